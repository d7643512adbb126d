internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  mutating func leavePlace() { places.leave(place) }

  var place: Places.Place {
    let isNewest = eventsPane.isAtNewest(settings.isNewestFirst)
    return Places.Place(
      scope: eventsPane.scope, id: isNewest ? nil : eventsPane.chosenID, pane: focus,
      filter: eventsPane.filter?.text)
  }

  /// Leaves a stream, a category or a type for all events, where one was in them.
  mutating func leaveList() -> [BrowserEffect] {
    let before = places.last(in: .all)
    leavePlace()
    return show(
      before ?? Places.Place(scope: .all, id: eventsPane.chosenID, pane: focus), in: focus)
  }

  mutating func goToPlace(isBack: Bool) -> [BrowserEffect] {
    let target = isBack ? places.goBack(from: place) : places.goForward(from: place)
    guard let target else {
      note = isBack ? "This is the first place." : "This is the last place."
      return []
    }
    return show(target, in: target.pane)
  }

  private mutating func show(_ target: Places.Place, in pane: Pane) -> [BrowserEffect] {
    search = nil
    eventsPane.show(target.scope, catalog, isNewestFirst: settings.isNewestFirst)
    if let id = target.id {
      _ = eventsPane.choose(id, catalog, isNewestFirst: settings.isNewestFirst)
    }
    setFocus(pane)
    streamsPane.choose(target.scope, catalog, preview: streamPreview)
    return target.filter.map { filterEvents($0, isLive: false) } ?? []
  }
}
