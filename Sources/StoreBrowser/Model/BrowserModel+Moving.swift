internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  mutating func move(_ command: BrowserCommand, count: Int?) {
    switch focus {
    case .streams:
      streamsPane.viewport.run(command, count: count)
      showNode()
    case .events:
      eventsPane.viewport.run(command, count: count)
      eventsPane.noteChosen(catalog, settings.isNewestFirst)
    case .live:
      livePane.viewport.run(command, count: count)
      livePane.moved(atMilliseconds: nowMilliseconds)
    case .payload: movePayload(command, count: count)
    case .replay: break
    }
  }

  private mutating func movePayload(_ command: BrowserCommand, count: Int?) {
    changePayload { $0.run(command, count: count) }
  }

  /// Moves through the payload's lines as through a list.
  mutating func changePayload(_ change: (inout ListViewport) -> Void) {
    guard let document = payloadPane.document else { return }
    var viewport = ListViewport()
    viewport.setCount(document.lineCount)
    viewport.setHeight(payloadHeight)
    viewport.roll(by: payloadPane.top)
    viewport.go(to: document.cursor)
    change(&viewport)
    payloadPane.document?.go(to: viewport.cursor)
    payloadPane.top = viewport.top
  }

  mutating func scrollSideways(_ columns: Int) {
    switch focus {
    case .events: eventsPane.columnOffset = max(0, eventsPane.columnOffset + columns)
    case .payload: payloadPane.columnOffset = max(0, payloadPane.columnOffset + columns)
    default: break
    }
  }

  mutating func setFocus(_ pane: Pane) {
    focus = pane
    if pane == .payload || pane == .live { lowerPane = pane }
  }

  mutating func focusNext(_ step: Int) {
    let panes = Pane.allCases
    let place = (panes.firstIndex(of: focus) ?? 0) + step
    setFocus(panes[(place + panes.count) % panes.count])
  }

  /// Opens what is chosen: a branch of the tree, a stream, an event, a value.
  mutating func open() {
    switch focus {
    case .streams: openNode()
    case .events: setFocus(.payload)
    case .live:
      guard let id = chosenID else { return }
      goTo(id)
      setFocus(.payload)
    case .payload: payloadPane.document?.toggle()
    case .replay: break
    }
  }

  private mutating func openNode() {
    switch streamsPane.chosen {
    case .types, .category:
      setNodeUnfolded(!streamsPane.isUnfolded(streamsPane.chosen))
    case .more(let category, _):
      streamsPane.showAll(of: category)
      streamsPane.layOut(catalog, preview: streamPreview)
    default:
      showNode()
      setFocus(.events)
    }
  }

  mutating func setNodeUnfolded(_ isUnfolded: Bool) {
    var node = streamsPane.chosen
    if case .stream(let name, true) = node, !isUnfolded { node = .category(name.category) }
    streamsPane.setUnfolded(isUnfolded, node)
    streamsPane.layOut(catalog, preview: streamPreview)
    streamsPane.choose(node)
  }

  /// Shows the events of the chosen row of the tree.
  mutating func showNode() {
    guard let scope = streamsPane.chosen.scope else { return }
    show(scope)
    if case .problem(let root, _, _) = streamsPane.chosen { goToProblem(in: root) }
  }

  /// Shows a list, and remembers the one before.
  mutating func show(_ scope: EventScope) {
    guard scope != eventsPane.scope else { return }
    leavePlace()
    search = nil
    eventsPane.show(scope, catalog, isNewestFirst: settings.isNewestFirst)
  }

  mutating func leavePlace() { places.leave(place) }

  var place: Places.Place {
    Places.Place(scope: eventsPane.scope, id: eventsPane.chosenID, pane: focus)
  }

  mutating func goToPlace(isBack: Bool) {
    let target = isBack ? places.goBack(from: place) : places.goForward(from: place)
    guard let target else {
      note = isBack ? "This is the first place." : "This is the last place."
      return
    }
    search = nil
    eventsPane.show(target.scope, catalog, isNewestFirst: settings.isNewestFirst)
    if let id = target.id {
      _ = eventsPane.choose(id, catalog, isNewestFirst: settings.isNewestFirst)
    }
    setFocus(target.pane)
    if case .stream(let name) = target.scope {
      streamsPane.choose(name, catalog, preview: streamPreview)
    } else if target.scope == .all {
      streamsPane.viewport.go(to: 0)
    }
  }

  mutating func showStream(_ name: StreamName) {
    guard catalog.stream(named: name) != nil else {
      let names = catalog.streams.map(\.name)
      let near = CommandLine.streamsNamed(like: name.description, in: names).first
      note = "No stream '\(name)' in this store." + (near.map { " There is \($0)." } ?? "")
      return
    }
    show(.stream(name))
    streamsPane.choose(name, catalog, preview: streamPreview)
    setFocus(.events)
  }

  /// Goes to a row, an id or a time.
  mutating func goTo(_ target: String) {
    if let number = Int(target), number > 0 {
      let count = eventsPane.viewport.count
      if number > count { note = "There are \(CountText.counted(count, "row")): this is the last." }
      eventsPane.viewport.go(to: number - 1)
      eventsPane.noteChosen(catalog, settings.isNewestFirst)
    } else if let id = EventID(target), catalog.row(of: id) != nil {
      goTo(id)
    } else if let time = milliseconds(target, near: chosenID?.timeMilliseconds ?? nowMilliseconds) {
      goTo(milliseconds: time)
    } else {
      note = "'\(target)' is no event here, no row and no time such as 2024-04-23 10:30 or 10:30."
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

extension ListViewport {
  /// Moves as a command says; `37G` and `37g` go to row 37.
  mutating func run(_ command: BrowserCommand, count: Int?) {
    switch command {
    case .down: move(by: count ?? 1)
    case .up: move(by: -(count ?? 1))
    case .pageDown: page(by: count ?? 1)
    case .pageUp: page(by: -(count ?? 1))
    case .halfPageDown: halfPage(by: count ?? 1)
    case .halfPageUp: halfPage(by: -(count ?? 1))
    case .first: go(to: (count ?? 1) - 1)
    default: if let count { go(to: count - 1) } else { goToEnd() }
    }
  }
}
