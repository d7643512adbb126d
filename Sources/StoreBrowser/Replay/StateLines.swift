internal import LivenStore
internal import TerminalUI

/// A state and the one before it as lines of one tree.
struct StateLines {
  /// What a person folded or unfolded, by path.
  let folds: [String: Bool]
  let name: String
  private let changed: [String: StateChange]
  /// What is gone, by the path of what held it.
  private let removed: [String: [(key: PayloadNode.Key, value: JSONValue)]]
  /// The paths of what holds a change.
  private let touched: Set<String>
  private(set) var lines: [StateLine] = []

  /// More elements or members than this are folded until a person unfolds them.
  private static let unfoldedCount = 20

  init(_ state: JSONValue, changes: [StateChange], name: String, folds: [String: Bool]) {
    self.folds = folds
    self.name = name
    var changed: [String: StateChange] = [:]
    var removed: [String: [(PayloadNode.Key, JSONValue)]] = [:]
    var touched: Set<String> = []
    for change in changes {
      let parts = StatePath(change.path)?.parts ?? []
      var around = ""
      for part in parts.dropLast() {
        touched.insert(around)
        around += part.text
      }
      touched.insert(around)
      if let old = change.old, change.new == nil, let last = parts.last {
        removed[around, default: []].append((last.key, old))
      } else {
        changed[change.path] = change
      }
    }
    (self.changed, self.removed, self.touched) = (changed, removed, touched)
    add(state, .root, path: "", depth: 0, keyColumn: .none, isNew: false)
  }

  private mutating func add(
    _ value: JSONValue, _ key: PayloadNode.Key, path: String, depth: Int, keyColumn: KeyColumn,
    isNew: Bool
  ) {
    let change = changed[path.isEmpty ? "." : path]
    let children = PayloadTree.children(of: value)
    let gone = removed[path] ?? []
    let canFold = !children.isEmpty || !gone.isEmpty
    let isFolded = canFold && isFolded(path, depth, children.count + gone.count)
    let wasAdded = isNew || change.map { $0.old == nil } ?? false
    var mark: StateLine.Mark = wasAdded ? .added : change == nil ? .same : .changed
    // What is a change as a whole was of another kind before: nothing in it was there.
    let isNew = isNew || change != nil
    if isFolded, mark == .same, touched.contains(path) { mark = .changed }
    lines.append(
      StateLine(
        mark: mark, depth: depth, path: path.isEmpty ? "." : path,
        isFolded: canFold ? isFolded : nil, key: keyText(key), keyColumn: keyColumn,
        value: valueText(value, change, isFolded: isFolded, isRoot: depth == 0)))
    guard !isFolded else { return }
    let keys = children.map(\.key) + gone.map(\.key)
    let column = KeyColumn.fitting(keys.map { DisplayText($0.text) })
    for child in children {
      add(
        child.value, child.key, path: path + StateLines.pathText(child.key), depth: depth + 1,
        keyColumn: column, isNew: isNew)
    }
    for child in gone {
      lines.append(
        StateLine(
          mark: .removed, depth: depth + 1, path: path + StateLines.pathText(child.key),
          isFolded: nil, key: keyText(child.key), keyColumn: column,
          value: ChangeText(DisplayText(PayloadText.scalar(child.value)))))
    }
  }

  private func isFolded(_ path: String, _ depth: Int, _ count: Int) -> Bool {
    if let isFolded = folds[path.isEmpty ? "." : path] { return isFolded }
    if count > StateLines.unfoldedCount { return depth > 0 }
    return depth > 1 && !touched.contains(path)
  }

  private func keyText(_ key: PayloadNode.Key) -> DisplayText {
    // What the whole is holds no gap of its own.
    if case .root = key { return DisplayText(name + "  ") }
    return DisplayText(key.text)
  }

  private func valueText(
    _ value: JSONValue, _ change: StateChange?, isFolded: Bool, isRoot: Bool
  ) -> ChangeText {
    if let old = change?.old, change?.new != nil { return ChangeText(from: old, to: value) }
    let text: DisplayText =
      switch value {
      case .array(let values) where !isFolded: DisplayText("[\(values.count)]")
      case .object(let members) where !isFolded && !members.isEmpty:
        isRoot ? "" : DisplayText("{" + CountText.counted(members.count, "key") + "}")
      default: DisplayText(PayloadText.scalar(value))
      }
    return ChangeText(text)
  }

  private static func pathText(_ key: PayloadNode.Key) -> String {
    switch key {
    case .root: ""
    case .member(let name): StatePath.member(name)
    case .element(let index): "[\(index)]"
    }
  }
}

extension StatePath.Part {
  fileprivate var key: PayloadNode.Key {
    switch self {
    case .member(let name): .member(name)
    case .element(let index): .element(index)
    }
  }

  fileprivate var text: String {
    switch self {
    case .member(let name): StatePath.member(name)
    case .element(let index): "[\(index)]"
    }
  }
}
