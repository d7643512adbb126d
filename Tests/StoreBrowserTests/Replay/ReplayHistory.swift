import LivenStore
import LivenStoreTestSupport

/// Made-up histories of one stream.
enum ReplayHistory {
  /// A stream that counts.
  static func counter(_ count: Int) -> [(event: Event, streams: [StreamName])] {
    (0..<count).map { index in
      let time = UInt64(ShopFixture.now) - 3_600_000 + UInt64(index) * 1_000
      let id = EventID(ULID(milliseconds: time, randomHigh: 0, randomLow: UInt64(index)))
      let payload = "{\"n\":\(index + 1),\"tens\":\(index / 100)}"
      return (Event(id: id, type: "Counted", payload: Array(payload.utf8)), ["counter-1"])
    }
  }

  /// A user's life of a seed: known, unknown and refused events, and payloads that are none.
  static func user(
    _ random: inout RepeatableRandom, count: Int
  ) -> [(event: Event, streams: [StreamName])] {
    (0..<count).map { index in
      let time = UInt64(ShopFixture.now) - 3_600_000 + UInt64(index) * 1_000
      let id = EventID(ULID(milliseconds: time, randomHigh: 0, randomLow: UInt64(index)))
      let name = ["ann", "bea", "", "zoë"].randomElement(using: &random) ?? ""
      let (type, payload): (EventType, String) =
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1: ("UserCreated", "{\"user_id\":\"\(index % 7)\",\"username\":\"\(name)\"}")
        case 2...5: ("UserRenamed", "{\"new_username\":\"\(name)\"}")
        case 6:
          ("UserDeactivated", "{\"reason\":\"\(index)\",\"tags\":[\(index % 3),{\"a\":\(index)}]}")
        case 7: ("Unheard", "{\"x\":{\"y\":[\(index % 4),2,3]}}")
        case 8: ("UserRenamed", "{\"wrong\":\(index)}")
        default: ("UserDeactivated", "no JSON")
        }
      return (Event(id: id, type: type, payload: Array(payload.utf8)), ["user-42"])
    }
  }
}
