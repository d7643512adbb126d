import LivenStore
import LivenStoreTestSupport
import Synchronization
import Testing

@Suite("Snapshots")
struct SnapshotTests {
  /// A store of snapshots that counts.
  private final class CountingSnapshots: SnapshotStore {
    let kept = Mutex<[StreamName: Snapshot]>([:])
    let keepCount = Mutex(0)

    func snapshot(of stream: StreamName) async -> Snapshot? { kept.withLock { $0[stream] } }

    func keep(_ snapshot: Snapshot, of stream: StreamName) async {
      kept.withLock { $0[stream] = snapshot }
      keepCount.withLock { $0 += 1 }
    }
  }

  private func fill(_ users: AggregateRepository<User>, renames: Range<Int>) async throws {
    for number in renames {
      try await users.update("42") { user in
        if user.version == 0 { try user.apply(UserCreated(userID: "42", username: "ann")) }
        try user.apply(UserRenamed(newUsername: "name\(number)"))
      }
    }
  }

  @Test("are taken now and then, and a load goes on from them")
  func interval() async throws {
    let (store, snapshots) = (InMemoryEventStore(), CountingSnapshots())
    let users = AggregateRepository<User>(store: store, snapshots: snapshots, interval: 10)
    try await fill(users, renames: 0..<35)
    #expect(snapshots.keepCount.withLock { $0 } == 3)
    let snapshot = try #require(snapshots.kept.withLock { $0["user-42"] })
    #expect(snapshot.version >= 30)
    // A state that no event made shows that the load began with it.
    let forged = Snapshot(
      shape: snapshot.shape, version: snapshot.version, lastID: snapshot.lastID,
      state: Array(#"{"id":"42","username":"forged","active":false}"#.utf8))
    await snapshots.keep(forged, of: "user-42")
    let loaded = try await users.load("42")
    #expect(loaded.version == 36 && !loaded.active)
  }

  @Test("of another shape or revision, and unreadable ones, are dropped by themselves")
  func dropped() async throws {
    let (store, snapshots) = (InMemoryEventStore(), CountingSnapshots())
    let users = AggregateRepository<User>(store: store, snapshots: snapshots, interval: 5)
    try await fill(users, renames: 0..<8)
    let snapshot = try #require(snapshots.kept.withLock { $0["user-42"] })
    let state = Array(#"{"id":"42","username":"forged","active":false}"#.utf8)
    for (shape, bytes) in [("other", state), (snapshot.shape, Array("{}".utf8))] {
      await snapshots.keep(
        Snapshot(shape: shape, version: snapshot.version, lastID: snapshot.lastID, state: bytes),
        of: "user-42")
      #expect(try await users.load("42").state.username == "name7")
    }
    await snapshots.keep(
      Snapshot(
        shape: snapshot.shape, version: snapshot.version, lastID: snapshot.lastID, state: state),
      of: "user-42")
    let revised = AggregateRepository<User>(
      store: store, snapshots: snapshots, interval: 5, revision: 2)
    #expect(try await revised.load("42").active)
  }

  @Test("an event linked in before a snapshot makes the load begin anew")
  func lateLink() async throws {
    let (store, snapshots) = (InMemoryEventStore(), CountingSnapshots())
    let users = AggregateRepository<User>(store: store, snapshots: snapshots, interval: 5)
    let early = try Event(UserDeactivated(reason: "early"))
    try await store.append(early)
    try await fill(users, renames: 0..<8)
    try await store.link(early.id, to: "user-42")
    #expect(try await users.load("42").version == 10)
  }

  @Test("lie in the store's folder; torn ones are passed over")
  func onDisk() async throws {
    let folder = try TemporaryStore()
    let store = try JSONEventStore(at: folder.path, options: .init(durability: .buffered))
    let users = AggregateRepository<User>(store: store, snapshots: store, interval: 5)
    try await fill(users, renames: 0..<8)
    #expect(try folder.names(in: ".livenstore/snapshots") == ["user-42"])
    #expect(await store.snapshot(of: "user-42")?.version == 5)
    let text = try folder.contents(of: ".livenstore/snapshots/user-42")
    for spoiled in [String(text.dropLast(9)), text.replacing("name", with: "mane"), ""] {
      try folder.write(spoiled, to: ".livenstore/snapshots/user-42")
      #expect(await store.snapshot(of: "user-42") == nil)
      #expect(try await users.load("42").username == "name7")
      try folder.write(spoiled, to: ".livenstore/snapshots/user-42")
    }
    let found = Monitor<[VerificationFinding]>([])
    var verifier = StoreVerifier(store) { finding in found.withLock { $0.append(finding) } }
    try verifier.run()
    #expect(found.withLock { $0.filter { $0.level > .info } }.isEmpty)
  }
}
