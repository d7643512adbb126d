internal import LivenStore

/// A session on its way back onto the screen.
struct SessionRestoring: Sendable {
  let session: BrowserSession
  /// Whether the list is back, and only the chosen event is not.
  var hasList = false
}

extension BrowserModel {
  /// What the person would find again.
  package var session: BrowserSession {
    // Who leaves before the store was read finds what they had left before.
    var session = restoring?.session ?? BrowserSession()
    if restoring == nil {
      session.scope = eventsPane.scope
      let isAtNewest = eventsPane.isAtNewest(settings.isNewestFirst)
      session.position = isAtNewest ? nil : eventsPane.chosenID
      session.filter = eventsPane.filter?.text
    }
    session.marks = marks.sorted()
    let (isNewestFirst, timeFormat) = (settings.isNewestFirst, settings.timeFormat)
    session.isNewestFirst = isNewestFirst == configured.isNewestFirst ? nil : isNewestFirst
    session.timeFormat = timeFormat == configured.timeFormat ? nil : timeFormat
    session.histories = [:]
    for (kind, lines) in histories { session.histories[kind.rawValue] = lines }
    session.bound()
    return session
  }

  /// Takes what was left: at once, and the place in the store when it is known.
  package mutating func restore(_ session: BrowserSession) {
    configured = (settings.isNewestFirst, settings.timeFormat)
    settings.isNewestFirst = session.isNewestFirst ?? settings.isNewestFirst
    settings.timeFormat = session.timeFormat ?? settings.timeFormat
    marks = Set(session.marks)
    for (prompt, lines) in session.histories {
      if let kind = CommandPrompt.Kind(rawValue: prompt) { histories[kind] = lines }
    }
    lastSearch = histories[.search]?.last
    restoring = SessionRestoring(session: session)
  }

  /// Goes to the place that was left as soon as it is there; what is gone is passed over.
  mutating func restorePlace() -> [BrowserEffect] {
    guard let session = restoring?.session else { return [] }
    var effects: [BrowserEffect] = []
    if restoring?.hasList == false {
      guard catalog.isLoaded || isThere(session) else { return [] }
      effects = restoreList(session)
      restoring?.hasList = true
    }
    if eventsPane.filter.map({ !$0.scan.isDone }) ?? false { return effects }
    restoring = nil
    if let id = session.position {
      _ = eventsPane.choose(id, catalog, isNewestFirst: settings.isNewestFirst)
    }
    return effects
  }

  private func isThere(_ session: BrowserSession) -> Bool {
    isListable(session.scope) && session.position.map { catalog.row(of: $0) != nil } ?? true
  }

  private func isListable(_ scope: EventScope) -> Bool {
    switch scope {
    case .stream(let name): catalog.stream(named: name) != nil
    case .category(let name): catalog.categories.contains { $0.name == name }
    case .type(let type): !catalog.rows(of: type).isEmpty
    case .all: true
    default: false
    }
  }

  private mutating func restoreList(_ session: BrowserSession) -> [BrowserEffect] {
    guard isListable(session.scope) else { return [] }
    if session.scope != .all {
      eventsPane.show(session.scope, catalog, isNewestFirst: settings.isNewestFirst)
    }
    if case .stream(let name) = session.scope {
      streamsPane.choose(name, catalog, preview: streamPreview)
    }
    // A filter that means nothing here is passed over without a word.
    let kept = note
    defer { note = kept }
    return session.filter.map { filter($0) } ?? []
  }
}
