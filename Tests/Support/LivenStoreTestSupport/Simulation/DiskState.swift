/// A file system in memory: what programs see, and what of it a power cut would leave.
///
/// Weak on purpose: between two syncs any change of any folder may or may not have reached the device,
/// and an unsynced file may be empty, cut short or whole. One change of one folder, a rename within it
/// included, is atomic.
package struct DiskState: Sendable {
  package enum Kind: Sendable { case file, folder, link }

  /// Changes of one folder that come together.
  package struct FolderChange: Sendable, Hashable {
    package var added: [String: Int]
    package var removed: [String]
  }

  package struct Node: Sendable {
    package let kind: Kind
    /// The bytes of a file, the text of a link.
    package var bytes: [UInt8] = []
    package var durableBytes: [UInt8] = []
    /// The names in a folder.
    package var names: [String: Int] = [:]
    package var durableNames: [String: Int] = [:]
    package var pending: [FolderChange] = []
    /// The number of the operation that changed it last, in place of a time.
    package var changed = 0

    var isDirty: Bool { kind == .folder ? !pending.isEmpty : bytes != durableBytes }
  }

  /// Node 0 is the root folder.
  package var nodes: [Node] = [Node(kind: .folder)]

  package init() {}

  /// Carries out an operation.
  package mutating func apply(_ operation: DiskOperation, number: Int) {
    switch operation {
    case .make(let kind, let bytes):
      nodes.append(Node(kind: kind, bytes: bytes, durableBytes: kind == .link ? bytes : []))
    case .write(let node, let bytes): nodes[node].bytes += bytes
    case .enter(let folder, let name, let node):
      change(folder, FolderChange(added: [name: node], removed: []), number)
    case .remove(let folder, let name):
      change(folder, FolderChange(added: [:], removed: [name]), number)
    case .rename(let folder, let name, let newFolder, let newName):
      guard let node = nodes[folder].names[name] else { return }
      if folder == newFolder {
        change(folder, FolderChange(added: [newName: node], removed: [name]), number)
      } else {
        change(newFolder, FolderChange(added: [newName: node], removed: []), number)
        change(folder, FolderChange(added: [:], removed: [name]), number)
      }
    case .sync(let node): sync(node)
    case .acknowledge: break
    }
  }

  private mutating func change(_ folder: Int, _ change: FolderChange, _ number: Int) {
    DiskState.apply(change, to: &nodes[folder].names)
    nodes[folder].pending.append(change)
    nodes[folder].changed = number
  }

  static func apply(_ change: FolderChange, to names: inout [String: Int]) {
    for name in change.removed { names[name] = nil }
    names.merge(change.added) { $1 }
  }

  private mutating func sync(_ node: Int) {
    nodes[node].durableBytes = nodes[node].bytes
    nodes[node].durableNames = nodes[node].names
    nodes[node].pending = []
  }

  /// The numbers of all nodes with something that is not on the device.
  package var dirtyNodes: [Int] { nodes.indices.filter { nodes[$0].isDirty } }
}
