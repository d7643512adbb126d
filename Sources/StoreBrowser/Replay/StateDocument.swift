internal import LivenStore
internal import TerminalUI

/// The state behind a step as lines that fold, with what the event changed in it.
struct StateDocument: Sendable {
  private(set) var lines: [StateLine] = []
  private(set) var changes: [StateChange] = []
  var viewport = ListViewport()
  /// Whether only the changes show.
  private(set) var isDiffOnly = false
  private var state: JSONValue = .null
  private var name = ""
  private var folds: [String: Bool] = [:]
  /// The place that a person chose last, and the line that was chosen for it: it may show again later.
  private var wanted: (path: String, line: Int)?

  /// Turns to another state; the chosen place stays.
  mutating func show(_ state: JSONValue, changes: [StateChange], name: String) {
    (self.state, self.changes, self.name) = (state, changes, name)
    layOut()
  }

  mutating func toggleDiffOnly() {
    isDiffOnly.toggle()
    layOut()
  }

  private mutating func layOut() {
    let kept = wanted.flatMap { $0.line == viewport.cursor ? $0.path : nil } ?? path
    let isFirst = lines.isEmpty
    lines =
      isDiffOnly
      ? StateDocument.lines(of: changes)
      : StateLines(state, changes: changes, name: name, folds: folds).lines
    viewport.setCount(lines.count)
    if let kept {
      go(to: kept)
      return wanted = (kept, viewport.cursor)
    }
    // What happened is what a person looks at first.
    if isFirst { viewport.go(to: lines.firstIndex { $0.mark != .same && $0.depth > 0 } ?? 1) }
  }

  private static func lines(of changes: [StateChange]) -> [StateLine] {
    let column = KeyColumn.fitting(changes.map { DisplayText($0.path) })
    return changes.map { change in
      let value: ChangeText =
        switch (change.old, change.new) {
        case (let old?, let new?): ChangeText(from: old, to: new)
        case (let old?, nil): ChangeText(DisplayText(PayloadText.scalar(old)))
        case (nil, let new): ChangeText(DisplayText(PayloadText.scalar(new ?? .null)))
        }
      let mark: StateLine.Mark =
        change.old == nil ? .added : change.new == nil ? .removed : .changed
      return StateLine(
        mark: mark, depth: 0, path: change.path, isFolded: nil,
        key: DisplayText(change.path), keyColumn: column, value: value)
    }
  }

  /// The chosen line's path.
  var path: String? {
    lines.indices.contains(viewport.cursor) ? lines[viewport.cursor].path : nil
  }

  /// The chosen line's value; nothing of one that is gone.
  var value: JSONValue? { path.flatMap { StatePath($0) }?.value(in: state) }

  /// Chooses the line of a path, or of what is around it.
  mutating func go(to path: String) {
    var parts = StatePath(path)?.parts ?? []
    while true {
      let path = StatePath(parts: parts).text
      if let line = lines.firstIndex(where: { $0.path == path }) { return viewport.go(to: line) }
      guard !parts.isEmpty, !isDiffOnly else { return }
      parts.removeLast()
    }
  }

  /// Unfolds what is around a path, and chooses its line.
  mutating func reveal(_ path: StatePath) {
    for count in path.parts.indices {
      folds[StatePath(parts: Array(path.parts[..<count])).text] = false
    }
    layOut()
    go(to: path.text)
  }

  // MARK: Folding

  mutating func toggle() {
    guard let line = chosen, let isFolded = line.isFolded else { return }
    setFolded(!isFolded, [line.path])
  }

  /// Folds or unfolds the chosen line and those beside it.
  mutating func setSiblingsFolded(_ isFolded: Bool) {
    setFolded(isFolded, siblings.map { lines[$0].path })
  }

  /// Folds or unfolds everything that shows; folding keeps the first level open.
  mutating func setAllFolded(_ isFolded: Bool) {
    var count = -1
    repeat {
      count = lines.count
      let paths = lines.filter { $0.isFolded != nil && (!isFolded || $0.depth > 0) }.map(\.path)
      setFolded(isFolded, paths)
    } while !isFolded && lines.count > count && lines.count < 100_000
  }

  mutating func moveToSibling(by step: Int) {
    let siblings = siblings
    guard let place = siblings.firstIndex(of: viewport.cursor),
      siblings.indices.contains(place + step)
    else { return }
    viewport.go(to: siblings[place + step])
  }

  private var chosen: StateLine? {
    lines.indices.contains(viewport.cursor) ? lines[viewport.cursor] : nil
  }

  private var siblings: [Int] {
    guard let chosen else { return [] }
    let cursor = viewport.cursor
    let start = lines[..<cursor].lastIndex { $0.depth < chosen.depth }.map { $0 + 1 } ?? 0
    let end = lines[cursor...].firstIndex { $0.depth < chosen.depth } ?? lines.count
    return (start..<end).filter { lines[$0].depth == chosen.depth }
  }

  private mutating func setFolded(_ isFolded: Bool, _ paths: [String]) {
    for path in paths { folds[path] = isFolded }
    layOut()
  }
}
