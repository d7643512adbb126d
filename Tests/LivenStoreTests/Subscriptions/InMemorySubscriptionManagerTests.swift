import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("Subscriptions in memory")
struct InMemorySubscriptionManagerTests {
  private func event(_ type: EventType = "T") throws -> Event {
    try Event(type: type, payload: "{}")
  }

  @Test("each handler gets the events of its types, in order, away from the publisher")
  func delivery() throws {
    let manager = InMemorySubscriptionManager()
    let received = Monitor<[EventID]>([])
    let subscription = manager.subscribe(to: ["A", "B", "A"]) { event in
      received.withLock { $0.append(event.id) }
    }
    let events = try (0..<100).map { try event($0 % 3 == 2 ? "C" : $0 % 3 == 1 ? "B" : "A") }
    for event in events { manager.publish(event) }
    let expected = events.filter { $0.type != "C" }.map(\.id)
    #expect(Deadline.waitFor { received.withLock { $0.count } >= expected.count })
    #expect(received.withLock { $0 } == expected)
    subscription.cancel()
  }

  @Test("a full buffer makes the publisher wait, and nothing is lost")
  func full() throws {
    let manager = InMemorySubscriptionManager(maximumPendingEvents: 2)
    let gate = Monitor(false)
    let received = Monitor(0)
    let published = Monitor(0)
    let subscription = manager.subscribe(to: ["T"]) { _ in
      gate.wait { $0 ? () : nil }
      received.withLock { $0 += 1 }
    }
    let events = try (0..<10).map { _ in try event() }
    BackgroundThread.start(name: "publisher") {
      for event in events {
        manager.publish(event)
        published.withLock { $0 += 1 }
      }
    }
    // One is being handled and two wait: the fourth does not fit.
    #expect(Deadline.waitFor { published.withLock { $0 } == 3 })
    #expect(received.withLock { $0 } == 0)
    gate.withLock { $0 = true }
    #expect(Deadline.waitFor { received.withLock { $0 } == 10 })
    subscription.cancel()
  }

  @Test("a handler may publish to itself and cancel itself")
  func fromWithin() throws {
    let manager = InMemorySubscriptionManager(maximumPendingEvents: 1)
    let own = Monitor<Subscription?>(nil)
    let received = Monitor(0)
    let first = try event()
    let subscription = manager.subscribe(to: ["T"]) { event in
      let count = received.withLock { count in
        count += 1
        return count
      }
      if count < 5 {
        manager.publish(event)
        manager.publish(event)
      } else {
        own.wait { $0 }.cancel()
      }
    }
    own.withLock { $0 = subscription }
    manager.publish(first)
    #expect(Deadline.waitFor { received.withLock { $0 } == 5 })
    manager.publish(first)
    #expect(received.withLock { $0 } == 5)
  }

  @Test("after cancel no call begins")
  func cancel() throws {
    let manager = InMemorySubscriptionManager()
    let received = Monitor(0)
    for _ in 0..<50 {
      let subscription = manager.subscribe(to: ["T"]) { _ in received.withLock { $0 += 1 } }
      for _ in 0..<5 { manager.publish(try event()) }
      subscription.cancel()
      let count = received.withLock { $0 }
      manager.publish(try event())
      #expect(received.withLock { $0 } == count)
    }
  }
}
