import Foundation
import LivenStore

/// A store whose names, types and payloads hold one of each class of what a terminal obeys or hides.
struct HostileFixture {
  /// The classes; the torture reads the same file.
  static let escapes: [String] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/EscapeClasses.json")
    return (try? JSONDecoder().decode([String].self, from: Data(contentsOf: file))) ?? []
  }()

  /// The events, of each class one whose payload is JSON and one whose payload is not.
  private(set) var events: [Event] = []
  private(set) var changes: [CatalogChange] = []

  init() {
    var listings: [StreamListing] = []
    for (index, escape) in Self.escapes.enumerated() {
      let pair = Self.events(index, escape)
      events += pair
      listings += Self.names(index, escape).map { StreamListing(name: $0, ids: pair.map(\.id)) }
      changes += Self.problems(escape, pair[1].id).map { .problem($0) }
    }
    listings.append(StreamListing(name: "together", ids: events.map(\.id)))
    let typed = events.map { TypedID(id: $0.id, type: $0.type) }
    changes = [.found(StoreCatalog(of: typed, in: listings))] + changes
    changes += [.loaded, .watching(.polling("there is no \(Self.escapes.joined())"))]
  }

  private static func events(_ index: Int, _ escape: String) -> [Event] {
    let tree: JSONValue = .object([
      JSONMember(name: "k" + escape, value: .string("v" + escape)),
      JSONMember(
        name: "list",
        value: .array([.string(escape), .object([JSONMember(name: escape, value: .null)])])),
    ])
    let payloads = [
      JSONWriter.bytes(of: tree), Array("x\(escape)y\n\(escape)".utf8) + [0xFF, 0x9B],
    ]
    return payloads.enumerated().map { number, payload in
      let ulid = ULID(
        milliseconds: UInt64(ShopFixture.now) + UInt64(index * 2 + number), randomHigh: 0,
        randomLow: 0)
      return Event(id: EventID(ulid), type: EventType("T" + escape), payload: payload)
    }
  }

  /// A stream of a category of its own, and one whose category is hostile too.
  private static func names(_ index: Int, _ escape: String) -> [StreamName] {
    let safe = escape.replacing("/", with: "")
    return ["s-\(index)\(safe)", "c\(safe)-\(index)"].compactMap { StreamName($0) }
  }

  private static func problems(_ escape: String, _ id: EventID) -> [StoreProblem] {
    let name = StreamName("g" + escape.replacing("/", with: ""))
    return [
      StoreProblem(subject: "events/f\(escape).json", message: "no event\(escape)", id: id),
      StoreProblem(subject: "streams/g\(escape)", message: "is no folder", stream: name),
    ]
  }
}
