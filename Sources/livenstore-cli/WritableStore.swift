import ArgumentParser
import LivenStore

/// How a command opens the store that it writes to.
struct WritableStore: ParsableArguments {
  @Flag(help: "Write although the folder is another user's, or everybody may write to it.")
  var trust = false

  /// Opens a store and makes what is missing.
  func open(
    _ path: String, durability: JSONEventStore.Durability = .synced
  ) throws -> JSONEventStore {
    try JSONEventStore(at: path, options: .init(durability: durability, trustsFolder: trust))
  }

  /// Opens a store that is there.
  func openThere(_ path: String) throws -> JSONEventStore {
    try JSONEventStore(opening: path, options: .init(trustsFolder: trust))
  }
}
