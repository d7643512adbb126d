internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  mutating func move(_ command: BrowserCommand, count: Int?) {
    switch focus {
    case .streams:
      streamsPane.viewport.run(command, count: count)
      showNode()
    case .events:
      if command == .first || command == .last { leavePlace() }
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
    if payloadPane.isWrapping {
      changeWrapped { $0.run(command, count: count) }
    } else {
      changePayload { $0.run(command, count: count) }
    }
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
    case .payload where payloadPane.isWrapping: note = "Lines wrap here: w lets them run on."
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
    case .events:
      setFocus(.payload)
      paneOfPayload = .events
    case .live:
      guard let id = chosenID else { return }
      goTo(id)
      setFocus(.payload)
      paneOfPayload = .live
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
      showNode()
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

  /// Opens a stream, or a category of that name; false if there is neither.
  @discardableResult
  mutating func showStream(_ name: StreamName) -> Bool {
    guard catalog.stream(named: name) != nil else {
      if showCategory(name) { return true }
      let names = catalog.streams.map(\.name)
      let near = CommandLine.streamsNamed(like: name.description, in: names).first
      note = "No stream '\(name)' in this store." + (near.map { " There is \($0)." } ?? "")
      return false
    }
    show(.stream(name))
    streamsPane.choose(name, catalog, preview: streamPreview)
    setFocus(.events)
    return true
  }

  /// Lists the events of all streams of a category, written `order` or `order-`.
  private mutating func showCategory(_ name: StreamName) -> Bool {
    let text = name.description
    let category = text.hasSuffix("-") ? String(text.dropLast()) : text
    guard catalog.category(named: category) != nil else { return false }
    show(.category(category))
    streamsPane.choose(.category(category))
    setFocus(.events)
    return true
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
