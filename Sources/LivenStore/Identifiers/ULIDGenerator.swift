import Synchronization

/// Makes event ids that rise strictly within this generator, whatever the clock does.
///
/// A clock that is set back does not bring the ids back with it: the last millisecond goes on. More
/// than ``maximumLeadMilliseconds`` ahead of the clock the generator refuses.
public final class ULIDGenerator: Sendable {
  /// How far the ids may run ahead of the clock, one minute.
  public static let maximumLeadMilliseconds: UInt64 = 60_000

  /// The generator of this process, on the clock and the randomness of the system.
  public static let shared = ULIDGenerator()

  private let clock: @Sendable () -> UInt64
  private let sequence: Mutex<ULIDSequence>

  /// Makes a generator.
  ///
  /// - Parameters:
  ///   - clock: gives Unix milliseconds.
  ///   - entropy: gives 80 random bits.
  public init(
    clock: @escaping @Sendable () -> UInt64, entropy: @escaping @Sendable () -> (UInt16, UInt64)
  ) {
    self.clock = clock
    sequence = Mutex(ULIDSequence(entropy: entropy))
  }

  /// Makes a generator on the clock and the randomness of the system.
  public convenience init() {
    self.init(clock: SystemClock.unixMilliseconds, entropy: SystemEntropy.randomBits)
  }

  /// Makes the next id, above all that this generator has made.
  ///
  /// - Throws: ``EventStoreError`` of code ``EventStoreError/Code/clockBehind`` if the clock stands
  ///   more than a minute behind the last id.
  public func next() throws(EventStoreError) -> EventID { try next(above: nil) }

  /// Makes the next id, above all that this generator has made and above a given one.
  ///
  /// A stream whose last id was made by a clock that was ahead goes on so, up to a minute.
  ///
  /// - Throws: ``EventStoreError`` of code ``EventStoreError/Code/clockBehind`` if the clock stands
  ///   more than a minute behind the last id.
  public func next(above id: EventID?) throws(EventStoreError) -> EventID {
    let now = clock()
    let made: Result<ULID, EventStoreError> = sequence.withLock { sequence in
      let floor = [sequence.last, id?.ulid].compactMap(\.self).max()
      let last = floor?.milliseconds ?? 0
      guard last <= now + ULIDGenerator.maximumLeadMilliseconds else {
        return .failure(.clockBehind(milliseconds: last - now))
      }
      // Only now: an id of the far future must not stop this generator for everybody.
      if let floor { sequence.raise(to: floor) }
      return .success(sequence.next(milliseconds: max(now, last)))
    }
    return EventID(try made.get())
  }
}
