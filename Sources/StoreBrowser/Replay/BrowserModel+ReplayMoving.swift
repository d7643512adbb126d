internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  mutating func moveInReplay(_ command: BrowserCommand, count: Int?) -> [BrowserEffect] {
    guard var view = replay else { return [] }
    defer { if replay != nil { replay?.keepLists(of: view) } }
    switch view.focus {
    case .events:
      view.events.run(command, count: count)
      return goInReplay(to: view.events.cursor + 1)
    case .state: view.state.viewport.run(command, count: count)
    case .history: view.history.run(command, count: count)
    case .payload:
      var viewport = ListViewport()
      viewport.setCount(view.payload?.lineCount ?? 0)
      viewport.setHeight(replayLayout.payloadRows)
      viewport.go(to: view.payload?.cursor ?? 0)
      viewport.run(command, count: count)
      view.payload?.go(to: viewport.cursor)
    }
    return []
  }

  mutating func focusInReplay(_ step: Int) {
    guard let view = replay else { return }
    let parts = replayLayout.parts
    let place = (parts.firstIndex(of: view.focus) ?? 0) + step
    replay?.focus = parts[(place + parts.count) % parts.count]
  }

  mutating func openInReplay() -> [BrowserEffect] {
    guard let view = replay else { return [] }
    switch view.focus {
    case .state: replay?.state.toggle()
    case .payload: replay?.payload?.toggle()
    case .events: replay?.focus = .state
    case .history:
      guard let hits = view.pin?.hits, hits.indices.contains(view.history.cursor) else { return [] }
      return goInReplay(to: hits[view.history.cursor].place)
    }
    return []
  }

  mutating func foldInReplay(_ command: BrowserCommand) {
    guard replay?.focus == .payload else {
      switch command {
      case .foldSiblings: replay?.state.setSiblingsFolded(true)
      case .unfoldSiblings: replay?.state.setSiblingsFolded(false)
      case .foldAll: replay?.state.setAllFolded(true)
      case .unfoldAll: replay?.state.setAllFolded(false)
      case .nextSibling: replay?.state.moveToSibling(by: 1)
      case .previousSibling: replay?.state.moveToSibling(by: -1)
      default: replay?.state.toggle()
      }
      return
    }
    switch command {
    case .foldSiblings: replay?.payload?.setSiblingsFolded(true)
    case .unfoldSiblings: replay?.payload?.setSiblingsFolded(false)
    case .foldAll: replay?.payload?.setAllFolded(true)
    case .unfoldAll: replay?.payload?.setAllFolded(false)
    case .nextSibling: replay?.payload?.moveToSibling(by: 1)
    case .previousSibling: replay?.payload?.moveToSibling(by: -1)
    default: replay?.payload?.toggle()
    }
  }
}

extension ReplayView {
  /// Takes the places in lists and leaves the rest as it is.
  fileprivate mutating func keepLists(of other: ReplayView) {
    state.viewport = other.state.viewport
    history = other.history
    payload?.go(to: other.payload?.cursor ?? 0)
  }
}
