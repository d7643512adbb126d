extension PayloadDocument {
  private var node: Int? { kind == .json && cursor < shown.count ? shown[cursor] : nil }

  /// Folds the value, or goes to the one around it.
  package mutating func fold() {
    guard let node else { return }
    if nodes[node].childCount > 0, !nodes[node].isFolded { return setFolded(true, [node]) }
    if let parent = nodes[node].parent { choose(parent) }
  }

  /// Unfolds the value, or goes to the first one in it.
  package mutating func unfold() {
    guard let node, nodes[node].childCount > 0 else { return }
    if nodes[node].isFolded { setFolded(false, [node]) } else { choose(node + 1) }
  }

  package mutating func toggle() {
    guard let node, nodes[node].childCount > 0 else { return }
    setFolded(!nodes[node].isFolded, [node])
  }

  package mutating func setSiblingsFolded(_ isFolded: Bool) {
    guard let node else { return }
    setFolded(isFolded, siblings(of: node))
  }

  /// Folds or unfolds everything; folding keeps the first level open.
  package mutating func setAllFolded(_ isFolded: Bool) {
    setFolded(isFolded, isFolded ? Array(nodes.indices.dropFirst()) : Array(nodes.indices))
  }

  /// Goes to the next or the previous value of the same level.
  package mutating func moveToSibling(by step: Int) {
    guard let node else { return }
    let siblings = siblings(of: node)
    guard let place = siblings.firstIndex(of: node), siblings.indices.contains(place + step) else {
      return
    }
    choose(siblings[place + step])
  }

  private func siblings(of node: Int) -> [Int] {
    guard let parent = nodes[node].parent else { return [node] }
    var siblings: [Int] = []
    var index = parent + 1
    while index < nodes[parent].end {
      siblings.append(index)
      index = nodes[index].end
    }
    return siblings
  }

  private mutating func setFolded(_ isFolded: Bool, _ changed: [Int]) {
    guard kind == .json else { return }
    var chosen = node
    for index in changed where nodes[index].childCount > 0 { nodes[index].isFolded = isFolded }
    layOut()
    // Where the chosen value is hidden now, the one around it is chosen.
    while let index = chosen, !shown.contains(index) { chosen = nodes[index].parent }
    if let chosen { choose(chosen) }
  }

  private mutating func choose(_ node: Int) {
    if let line = shown.firstIndex(of: node) { go(to: line) }
  }

  /// Where the chosen value stands: `.parcel.code`.
  package var path: String {
    guard var index = node else { return "" }
    var path = ""
    while let parent = nodes[index].parent {
      path = nodes[index].pathText + path
      index = parent
    }
    return path.isEmpty ? "." : path
  }

  /// What the chosen value is: `string, 13 characters`.
  package var kindText: String {
    node.map { nodes[$0].kindText } ?? kind.rawValue
  }
}
