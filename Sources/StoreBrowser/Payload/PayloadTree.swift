internal import LivenStore
internal import TerminalUI

/// A JSON value as a list of nodes in the order of the text.
enum PayloadTree {
  /// All nodes; those below the first level are folded.
  static func nodes(of value: JSONValue) -> [PayloadNode] {
    var nodes: [PayloadNode] = []
    add(value, .root, depth: 0, parent: nil, keyColumns: 0, to: &nodes)
    return nodes
  }

  private static func add(
    _ value: JSONValue, _ key: PayloadNode.Key, depth: Int, parent: Int?, keyColumns: Int,
    to nodes: inout [PayloadNode]
  ) {
    let index = nodes.count
    nodes.append(
      PayloadNode(
        depth: depth, key: key, value: value, end: index, parent: parent, keyColumns: keyColumns,
        isFolded: depth > 0))
    for (childKey, child, columns) in children(of: value) {
      add(child, childKey, depth: depth + 1, parent: index, keyColumns: columns, to: &nodes)
    }
    nodes[index].end = nodes.count
  }

  private static func children(of value: JSONValue) -> [(PayloadNode.Key, JSONValue, Int)] {
    switch value {
    case .array(let values):
      let columns = "[\(max(0, values.count - 1))]".count + 3
      return values.enumerated().map { (.element($0.offset), $0.element, columns) }
    case .object(let members):
      let longest = members.map { DisplayText($0.name).width }.max() ?? 0
      return members.map { (.member($0.name), $0.value, min(longest, 40) + 3) }
    default: return []
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
