/// What a store promises; the contract suite reads it.
public struct StoreGuarantees: Sendable, Hashable {
  /// What an acknowledged append survives.
  public enum Acknowledged: String, Sendable, Hashable {
    /// The end of the call, no more: the events are in memory.
    case memory
    /// A killed process, not a power cut.
    case process
    /// A power cut: it is on the device.
    case device
  }

  /// What an acknowledged append survives.
  public let acknowledged: Acknowledged
  /// The largest event, as its file has it, in bytes.
  public let maximumEventBytes: Int

  /// Puts the promises together.
  public init(acknowledged: Acknowledged, maximumEventBytes: Int) {
    self.acknowledged = acknowledged
    self.maximumEventBytes = maximumEventBytes
  }
}
