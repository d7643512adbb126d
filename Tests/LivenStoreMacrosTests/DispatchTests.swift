import LivenStore
import LivenStoreMacros
import Testing

private struct Added: DomainEvent { var amount: Int }
private struct Doubled: DomainEvent { var limit: Int }
private struct Cleared: DomainEvent {}

@Aggregate
private struct Written {
  private(set) var id = ""
  private(set) var sum = 0

  private mutating func onAdded(_ event: Added) { sum &+= event.amount }
  private mutating func onDoubled(_ event: Doubled) throws { sum = min(sum &* 2, event.limit) }
  private mutating func onCleared(_ event: Cleared) { sum = 1 }
}

/// The same by hand.
private struct HandWritten: Aggregate {
  private(set) var id = ""
  private(set) var sum = 0

  private mutating func onAdded(_ event: Added) { sum &+= event.amount }
  private mutating func onDoubled(_ event: Doubled) throws { sum = min(sum &* 2, event.limit) }
  private mutating func onCleared(_ event: Cleared) { sum = 1 }

  static let handledEvents: [any DomainEvent.Type] = [Added.self, Doubled.self, Cleared.self]

  mutating func handle(_ event: any DomainEvent) throws {
    switch event {
    case let event as Added: onAdded(event)
    case let event as Doubled: try onDoubled(event)
    case let event as Cleared: onCleared(event)
    default: throw EventStoreError.handlerNotFound(for: event, on: Self.self)
    }
  }
}

@Suite("@Aggregate is as fast as a switch by hand")
struct DispatchTests {
  private static let rounds = 20
  private static let dispatchesPerRound = 50_000

  /// The nanoseconds of a round; the state goes on from the round before.
  private func time(_ state: inout some Aggregate, _ events: [any DomainEvent]) throws -> UInt64 {
    let start = SystemClock.monotonicNanoseconds()
    for event in events { try state.handle(event) }
    return SystemClock.monotonicNanoseconds() - start
  }

  @Test("1,000,000 dispatches take at most twice as long")
  func ratio() throws {
    let events: [any DomainEvent] = (0..<Self.dispatchesPerRound).map { number in
      switch number % 7 {
      case 3: Doubled(limit: 1_000_000)
      case 6: Cleared()
      default: Added(amount: number)
      }
    }
    var (written, handWritten) = (Written(), HandWritten())
    var (best, bestByHand) = (UInt64.max, UInt64.max)
    for _ in 0..<Self.rounds {
      best = min(best, try time(&written, events))
      bestByHand = min(bestByHand, try time(&handWritten, events))
    }
    #expect(written.sum == handWritten.sum)
    #expect(written.sum > 1)
    let ratio = Double(best) / Double(bestByHand)
    let nanoseconds = Double(best) / Double(Self.dispatchesPerRound)
    print("@Aggregate: \(nanoseconds) ns a dispatch, \(ratio) of a switch by hand")
    #expect(ratio <= 2)
  }
}
