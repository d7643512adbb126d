internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Goes to a row, an id or a time.
  mutating func goTo(_ target: String) {
    if let number = Int(target), number > 0 {
      let count = eventsPane.viewport.count
      leavePlace()
      if number > count { note = "There are \(CountText.counted(count, "row")): this is the last." }
      eventsPane.viewport.go(to: number - 1)
      eventsPane.noteChosen(catalog, settings.isNewestFirst)
    } else if let id = EventID(target), catalog.row(of: id) != nil {
      leavePlace()
      goTo(id)
    } else if let time = milliseconds(target, near: chosenID?.timeMilliseconds ?? nowMilliseconds) {
      leavePlace()
      goTo(milliseconds: time)
    } else if let id = eventID(like: target) {
      leavePlace()
      goTo(id)
    } else {
      note = "'\(target)' is no event here, no row and no time such as 2024-04-23 10:30 or 10:30."
    }
  }

  /// The newest event whose id begins or ends as a person wrote it, such as `…5XJW8P`.
  private func eventID(like text: String) -> EventID? {
    let part = text.hasPrefix("…") ? String(text.dropFirst()) : text
    guard part.utf8.count >= 4 else { return nil }
    return catalog.order.reversed().lazy.map { catalog.id(at: Int($0)) }.first { id in
      id.description.hasPrefix(part) || id.description.hasSuffix(part)
    }
  }

  mutating func goTo(_ id: EventID) {
    if !eventsPane.choose(id, catalog, isNewestFirst: settings.isNewestFirst) {
      show(.all)
      _ = eventsPane.choose(id, catalog, isNewestFirst: settings.isNewestFirst)
    }
  }

  private mutating func goTo(milliseconds: Int64) {
    let place = eventsPane.rows.partitioningIndex {
      catalog.id(at: Int($0)).timeMilliseconds ?? 0 >= milliseconds
    }
    let count = eventsPane.rows.count
    eventsPane.viewport.go(to: settings.isNewestFirst ? count - 1 - place : place)
    eventsPane.noteChosen(catalog, settings.isNewestFirst)
  }
}
