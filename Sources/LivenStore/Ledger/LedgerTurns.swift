/// Where each part of a ledger is to be written: behind what the parts before it need.
final class LedgerTurns: Sendable {
  /// How many events and links come before.
  struct Place {
    var row = 0
    var link = 0
  }

  private let state = Monitor((part: 0, place: Place()))

  /// Waits until the parts before have told how much they hold.
  func take(_ part: Int, events: Int, links: Int) -> Place {
    state.wait { state in
      guard state.part == part else { return nil }
      let place = state.place
      state = (part + 1, Place(row: place.row + events, link: place.link + links))
      return place
    }
  }

  /// Where the last part ended.
  var end: Place { state.withLock { $0.place } }
}
