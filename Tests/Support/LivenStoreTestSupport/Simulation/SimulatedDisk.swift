package import LivenStore
import Synchronization

/// A disk in memory that writes down what is done to it.
package final class SimulatedDisk: Disk {
  fileprivate struct Handle {
    let node: Int
    var offset = 0
  }

  fileprivate struct Contents {
    var state: DiskState
    var operations: [DiskOperation] = []
    var handles: [Int32: Handle] = [:]
    var nextHandle: Int32 = 1_000
  }

  private let contents: Mutex<Contents>

  /// Starts from a state, with what programs see of it.
  package init(_ state: DiskState = DiskState()) { contents = Mutex(Contents(state: state)) }

  package var state: DiskState { contents.withLock { $0.state } }
  package var operations: [DiskOperation] { contents.withLock { $0.operations } }

  /// Writes down that the store acknowledged an append.
  package func acknowledge(_ number: Int) { contents.withLock { $0.perform(.acknowledge(number)) } }

  /// A descriptor of the root folder.
  package func root() -> FileDescriptor { open(node: 0) }

  private func open(node: Int) -> FileDescriptor {
    let number = contents.withLock { contents in
      contents.nextHandle += 1
      contents.handles[contents.nextHandle] = Handle(node: node)
      return contents.nextHandle
    }
    return FileDescriptor(owning: number) { [self] number in
      contents.withLock { $0.handles[number] = nil }
    }
  }

  private func change<Result: Sendable>(
    _ body: (inout Contents) -> Swift.Result<Result, Errno>
  ) throws(Errno) -> Result {
    let result = contents.withLock { body(&$0) }
    return try result.get()
  }

  private func find(_ name: FileName, in folder: Int32) throws(Errno) -> (Int, DiskState.Kind) {
    let text = name.text
    return try change { contents in
      guard let handle = contents.handles[folder] else { return .failure(.badDescriptor) }
      guard let node = contents.state.nodes[handle.node].names[text] else {
        return .failure(.notFound)
      }
      return .success((node, contents.state.nodes[node].kind))
    }
  }

  package func openFolder(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    let (node, kind) = try find(name, in: folder)
    guard kind == .folder else { throw kind == .link ? .tooManyLinks : .notAFolder }
    return open(node: node)
  }

  package func openFile(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    let (node, kind) = try find(name, in: folder)
    guard kind != .link else { throw .tooManyLinks }
    return open(node: node)
  }

  package func openLog(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    try openFile(name, in: folder)
  }

  package func openUnnamedFile(in folder: Int32, mode: UInt32) throws(Errno) -> FileDescriptor {
    let node = contents.withLock { contents in
      contents.perform(.make(.file, []))
      return contents.state.nodes.count - 1
    }
    return open(node: node)
  }

  package func createFile(
    _ name: FileName, in folder: Int32, mode: UInt32
  ) throws(Errno) -> FileDescriptor {
    open(node: try add(.file, [], name, in: folder))
  }

  @discardableResult
  private func add(
    _ kind: DiskState.Kind, _ bytes: [UInt8], _ name: FileName, in folder: Int32
  ) throws(Errno) -> Int {
    let text = name.text
    return try change { contents in
      guard let handle = contents.handles[folder] else { return .failure(.badDescriptor) }
      guard contents.state.nodes[handle.node].names[text] == nil else { return .failure(.exists) }
      contents.perform(.make(kind, bytes))
      let node = contents.state.nodes.count - 1
      contents.perform(.enter(folder: handle.node, name: text, node: node))
      return .success(node)
    }
  }

  package func name(_ descriptor: Int32, _ name: FileName, in folder: Int32) throws(Errno) {
    let text = name.text
    try change { contents -> Result<Void, Errno> in
      guard let file = contents.handles[descriptor], let handle = contents.handles[folder] else {
        return .failure(.badDescriptor)
      }
      guard contents.state.nodes[handle.node].names[text] == nil else { return .failure(.exists) }
      contents.perform(.enter(folder: handle.node, name: text, node: file.node))
      return .success(())
    }
  }

  package func hardLink(_ name: FileName, as new: FileName, in folder: Int32) throws(Errno) {
    throw .notSupported
  }

  package func rename(
    _ name: FileName, in folder: Int32, to new: FileName, in newFolder: Int32
  ) throws(Errno) {
    let (text, newText) = (name.text, new.text)
    try change { contents -> Result<Void, Errno> in
      guard let old = contents.handles[folder], let target = contents.handles[newFolder] else {
        return .failure(.badDescriptor)
      }
      guard contents.state.nodes[old.node].names[text] != nil else { return .failure(.notFound) }
      contents.perform(
        .rename(folder: old.node, name: text, newFolder: target.node, newName: newText))
      return .success(())
    }
  }

  package func move(
    _ name: FileName, in folder: Int32, to new: FileName, in newFolder: Int32
  ) throws(Errno) {
    if (try? find(new, in: newFolder)) != nil { throw .exists }
    try rename(name, in: folder, to: new, in: newFolder)
  }

  package func symbolicLink(
    to text: FileName, _ name: FileName, in folder: Int32
  ) throws(Errno) {
    try add(.link, Array(text.text.utf8), name, in: folder)
  }

  package func unlink(_ name: FileName, in folder: Int32) throws(Errno) {
    _ = try find(name, in: folder)
    let text = name.text
    contents.withLock { contents in
      guard let handle = contents.handles[folder] else { return }
      contents.perform(.remove(folder: handle.node, name: text))
    }
  }

  package func makeFolder(_ name: FileName, in folder: Int32, mode: UInt32) throws(Errno) {
    try add(.folder, [], name, in: folder)
  }

  package func exists(_ name: FileName, in folder: Int32) throws(Errno) {
    _ = try find(name, in: folder)
  }

  package func linkText(_ name: FileName, in folder: Int32) throws(Errno) -> [UInt8] {
    let (node, kind) = try find(name, in: folder)
    guard kind == .link else { throw .input }
    return contents.withLock { $0.state.nodes[node].bytes }
  }

  package func status(of descriptor: Int32) throws(Errno) -> FileStatus {
    try change { contents in
      guard let handle = contents.handles[descriptor] else { return .failure(.badDescriptor) }
      return .success(contents.status(handle.node))
    }
  }

  package func status(of name: FileName, in folder: Int32) throws(Errno) -> FileStatus {
    let (node, _) = try find(name, in: folder)
    return contents.withLock { $0.status(node) }
  }

  package func forEachName(
    in folder: Int32, _ body: (Span<UInt8>, EntryKind) -> Void
  ) throws(Errno) {
    let names = try change { contents in
      guard let handle = contents.handles[folder] else {
        return Result<[(String, DiskState.Kind)], Errno>.failure(.badDescriptor)
      }
      let state = contents.state
      return .success(state.nodes[handle.node].names.map { ($0.key, state.nodes[$0.value].kind) })
    }
    for (name, kind) in names {
      let entry = EntryKind(
        mayBeLink: kind == .link, mayBeFolder: kind == .folder, mayBeFile: kind == .file)
      body(Array(name.utf8).span, entry)
    }
  }

  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    let bytes = try change { contents in
      guard var handle = contents.handles[descriptor] else {
        return Result<[UInt8], Errno>.failure(.badDescriptor)
      }
      let part = contents.state.nodes[handle.node].bytes.dropFirst(handle.offset)
        .prefix(buffer.count)
      handle.offset += part.count
      contents.handles[descriptor] = handle
      return .success(Array(part))
    }
    unsafe buffer.copyBytes(from: bytes)
    return bytes.count
  }

  package func read(
    _ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    let bytes = try change { contents in
      guard let handle = contents.handles[descriptor] else {
        return Result<[UInt8], Errno>.failure(.badDescriptor)
      }
      let all = contents.state.nodes[handle.node].bytes
      return .success(Array(all.dropFirst(offset).prefix(buffer.count)))
    }
    unsafe buffer.copyBytes(from: bytes)
    return bytes.count
  }

  package func write(_ descriptor: Int32, _ bytes: RawSpan) throws(Errno) {
    let copy = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
    try change { contents -> Result<Void, Errno> in
      guard let handle = contents.handles[descriptor] else { return .failure(.badDescriptor) }
      contents.perform(.write(handle.node, copy))
      return .success(())
    }
  }

  package func sync(_ descriptor: Int32) throws(Errno) {
    try change { contents -> Result<Void, Errno> in
      guard let handle = contents.handles[descriptor] else { return .failure(.badDescriptor) }
      contents.perform(.sync(handle.node))
      return .success(())
    }
  }

  package func syncEverything(_ descriptor: Int32) throws(Errno) {
    contents.withLock { contents in
      for node in contents.state.dirtyNodes { contents.perform(.sync(node)) }
    }
  }

  package func lock(_ descriptor: Int32, shared: Bool) throws(Errno) {}
  package func tryLock(_ descriptor: Int32) -> Bool { true }
  package func unlock(_ descriptor: Int32) {}
}

extension SimulatedDisk.Contents {
  fileprivate mutating func perform(_ operation: DiskOperation) {
    operations.append(operation)
    state.apply(operation, number: operations.count)
  }

  fileprivate func status(_ number: Int) -> FileStatus {
    let node = state.nodes[number]
    let kind: FileStatus.Kind =
      switch node.kind {
      case .file: .file
      case .folder: .folder
      case .link: .link
      }
    return FileStatus(
      kind: kind, sizeBytes: node.bytes.count, modifiedNanoseconds: Int64(node.changed),
      inode: UInt64(number))
  }
}
