import Foundation
import LivenStore
import StoreBrowser
import Synchronization
import TerminalUI
import TerminalUITestSupport
import Testing

/// The browser as a user meets it: keys in, screens out; effects run on events in memory.
struct BrowserUnderTest {
  private(set) var model: BrowserModel
  private let events = EventShelf()
  private var desk: ReplayDesk
  /// Whether the desk works until it has nothing to do; else it waits for ``workOnReplay()``.
  var answersReplays = true
  private(set) var effects: [BrowserEffect] = []
  /// Whether parts of scans are answered at once; those that are not wait.
  var answersScans = true
  private(set) var waiting: [ScanRequest] = []

  init(
    width: Int = 80, height: Int = 24, title: String = "shop-data", glyphs: GlyphSet = .unicode,
    colors: ColorDepth = .mono, background: Background? = nil,
    sources: ReplaySources = ReplaySources(), replaying stream: StreamName? = nil
  ) {
    let settings = Settings(
      glyphs: glyphs, colorDepth: colors, background: background, offsetMinutes: { _ in 120 })
    model = BrowserModel(
      title: title, size: Size(width: width, height: height), settings: settings,
      replaySources: sources, replaying: stream)
    let events = events
    desk = ReplayDesk(sources: sources) { id throws(EventStoreError) in try events.read(id) }
  }

  /// With the fixture store loaded.
  static func shop(width: Int = 80, height: Int = 24) -> BrowserUnderTest {
    var browser = BrowserUnderTest(width: width, height: height)
    browser.load(ShopFixture())
    return browser
  }

  /// Takes a file of settings.
  mutating func configure(_ text: String) { model.configure(text, name: "mine") }

  mutating func restore(_ session: BrowserSession) { model.restore(session) }

  mutating func press(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let keys = Key.parse(keys: keys) else {
      Issue.record("'\(keys)' holds no keys", sourceLocation: sourceLocation)
      return
    }
    for key in keys { send(.key(key)) }
  }

  mutating func send(_ message: BrowserMessage) {
    for effect in model.update(message) {
      effects.append(effect)
      switch effect {
      case .readRecord(let id):
        guard let event = events[id] else { continue }
        send(.recordRead(EventRecord(id: id, event: event, sizeBytes: 100)))
      case .replay(let request):
        desk.take(request)
        while answersReplays, !desk.isIdle { workOnReplay() }
      case .scan(let request): if answersScans { answer(request) } else { waiting.append(request) }
      default: continue
      }
    }
  }

  /// Has the desk of replays do a portion of its work.
  mutating func workOnReplay() {
    for answer in desk.work() { send(.replay(answer)) }
  }

  /// Answers the part of a scan that has waited longest.
  mutating func answerOne() {
    guard !waiting.isEmpty else { return }
    answer(waiting.removeFirst())
  }

  /// As the runtime does, from events in memory.
  private mutating func answer(_ request: ScanRequest) {
    let hits = request.candidates.filter { candidate in
      guard let event = events[candidate.id] else { return false }
      switch request.condition {
      case .text(let pattern):
        let search = TextSearch(pattern)
        return candidate.isNamed || search.holds(event.payload)
          || search.holds(Array(event.id.description.utf8))
      case .expression(let expression):
        let subject = ExpressionSubject(
          type: event.type, id: event.id, streams: candidate.streams,
          tree: (try? JSONParser.parse(event.payload)) ?? .null)
        return ExpressionMatcher(expression).holds(of: subject)
      }
    }
    send(.scanned(number: request.number, hits: hits.map(\.row)))
  }

  /// Takes the store's events in as the watcher tells them at the start.
  mutating func load(
    _ shop: ShopFixture, withPayloads: Bool = true, listing: [CatalogChange]? = nil
  ) {
    if withPayloads { events.add(shop.events.values) }
    send(.changes(listing ?? shop.changes, atMilliseconds: ShopFixture.now))
  }

  mutating func load(_ hostile: HostileFixture) {
    events.add(hostile.events)
    send(.changes(hostile.changes, atMilliseconds: ShopFixture.now))
  }

  /// Takes events with their streams in, as the watcher tells them at the start.
  mutating func load(_ rows: [(event: Event, streams: [StreamName])]) {
    events.add(rows.map(\.event))
    var listings: [StreamName: [EventID]] = [:]
    for row in rows { for name in row.streams { listings[name, default: []].append(row.event.id) } }
    let catalog = StoreCatalog(
      of: rows.map { TypedID(id: $0.event.id, type: $0.event.type) },
      in: listings.keys.sorted().map {
        StreamListing(name: $0, ids: listings[$0]?.sorted() ?? [])
      })
    send(
      .changes(
        [.found(catalog), .loaded, .watching(.notification)], atMilliseconds: ShopFixture.now))
  }

  /// An event comes, with its links.
  mutating func append(_ event: Event, to streams: [StreamName] = []) {
    events.add([event])
    let links = streams.map { CatalogChange.linked(event.id, to: $0) }
    send(
      .changes(
        [.appended(TypedID(id: event.id, type: event.type))] + links,
        atMilliseconds: ShopFixture.now))
  }

  var needsTicks: Bool { model.needsTicks }

  var screen: String { model.draw().grid.text }

  func expectScreen(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    BrowserUnderTest.expect([model.draw().grid], name, sourceLocation: sourceLocation)
  }

  /// Compares screens with those that are kept, one below the other.
  static func expect(_ grids: [CellGrid], _ name: String, sourceLocation: SourceLocation) {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "Screens/\(name)"
    ).path
    GoldenFile(file + ".screen")
      .expect(grids.map(\.text).joined(separator: "\n"), sourceLocation: sourceLocation)
    GoldenFile(file + ".attributes")
      .expect(grids.map(\.attributeText).joined(separator: "\n"), sourceLocation: sourceLocation)
  }

  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(screen.contains(text), "\(screen)", sourceLocation: sourceLocation)
  }
}

/// Events in memory, read from any thread.
final class EventShelf: Sendable {
  private let events = Mutex<[EventID: Event]>([:])

  func add(_ new: some Sequence<Event>) {
    events.withLock { events in for event in new { events[event.id] = event } }
  }

  subscript(id: EventID) -> Event? { events.withLock { $0[id] } }

  func read(_ id: EventID) throws(EventStoreError) -> Event {
    guard let event = self[id] else {
      throw EventStoreError(code: .notFound, message: "No event '\(id)' in this store.")
    }
    return event
  }
}
