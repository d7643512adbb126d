internal import LivenStore
internal import TerminalUI

/// A JSON value as a list of nodes in the order of the text.
enum PayloadTree {
  /// All nodes; those below the first level are folded.
  static func nodes(of value: JSONValue) -> [PayloadNode] {
    var nodes: [PayloadNode] = []
    add(value, .root, depth: 0, parent: nil, keyColumn: .none, to: &nodes)
    return nodes
  }

  private static func add(
    _ value: JSONValue, _ key: PayloadNode.Key, depth: Int, parent: Int?,
    keyColumn: KeyColumn, to nodes: inout [PayloadNode]
  ) {
    let index = nodes.count
    nodes.append(
      PayloadNode(
        depth: depth, key: key, value: value, end: index, parent: parent, keyColumn: keyColumn,
        isFolded: depth > 0))
    let children = children(of: value)
    let column = KeyColumn.fitting(longest(children).map { DisplayText($0.key.text) })
    for child in children {
      add(
        child.value, child.key, depth: depth + 1, parent: index, keyColumn: column, to: &nodes)
    }
    nodes[index].end = nodes.count
  }

  /// Those whose keys can be the longest: of an array's indexes that is the last.
  private static func longest(
    _ children: [(key: PayloadNode.Key, value: JSONValue)]
  ) -> ArraySlice<(key: PayloadNode.Key, value: JSONValue)> {
    if case .element? = children.last?.key { children.suffix(1) } else { children[...] }
  }

  /// What an array or an object holds, in its order.
  static func children(of value: JSONValue) -> [(key: PayloadNode.Key, value: JSONValue)] {
    switch value {
    case .array(let values): values.enumerated().map { (.element($0.offset), $0.element) }
    case .object(let members): members.map { (.member($0.name), $0.value) }
    default: []
    }
  }

  /// The nodes that no folded one hides.
  static func visible(_ nodes: [PayloadNode]) -> [Int] {
    var visible: [Int] = []
    var index = 0
    while index < nodes.count {
      visible.append(index)
      index = nodes[index].isFolded ? nodes[index].end : index + 1
    }
    return visible
  }
}
