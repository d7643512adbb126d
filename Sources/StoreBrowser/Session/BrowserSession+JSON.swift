internal import LivenStore

/// Why a kept session is of no use.
package enum SessionProblem: Error, Sendable, Hashable {
  case damaged
  /// A later version of the browser wrote it.
  case later
  /// Another store's name gives the same file.
  case ofOtherStore
}

extension BrowserSession {
  private static let version = 1

  /// The session of a store as JSON.
  package func bytes(store: String) -> [UInt8] {
    var members = [
      JSONMember(name: "version", value: .number("\(BrowserSession.version)")),
      JSONMember(name: "store", value: .string(store)),
    ]
    func add(_ name: String, _ value: JSONValue?) {
      if let value { members.append(JSONMember(name: name, value: value)) }
    }
    if let (kind, name) = scopeText { add(kind, .string(name)) }
    add("position", position.map { .string($0.description) })
    add("filter", filter.map { .string($0) })
    add("order", isNewestFirst.map { .string($0 ? "newest" : "oldest") })
    add("time", timeFormat.map { .string($0.rawValue) })
    add("marks", .array(marks.map { .string($0.description) }))
    let lines = histories.sorted { $0.key < $1.key }.map { prompt, lines in
      JSONMember(name: prompt, value: .array(lines.map { .string($0) }))
    }
    add("lines", .object(lines))
    return JSONWriter.bytes(of: .object(members)) + [0x0A]
  }

  /// Reads what ``bytes(store:)`` wrote; parts that make no sense are left out.
  package init(bytes: [UInt8], store: String) throws(SessionProblem) {
    guard let value = try? JSONParser.parse(bytes), case .number(let number)? = value["version"],
      let version = Int(number)
    else { throw .damaged }
    guard version <= BrowserSession.version else { throw .later }
    guard value["store"]?.string == store else { throw .ofOtherStore }
    self.init()
    scope = BrowserSession.scope(in: value)
    position = value["position"]?.string.flatMap { EventID($0) }
    filter = value["filter"]?.string
    isNewestFirst = value["order"]?.string.map { $0 == "newest" }
    timeFormat = value["time"]?.string.flatMap { TimeFormat(rawValue: $0) }
    marks = BrowserSession.texts(value["marks"]).compactMap { EventID($0) }
    if case .object(let lines)? = value["lines"] {
      for entry in lines { histories[entry.name] = BrowserSession.texts(entry.value) }
    }
    bound()
  }

  private var scopeText: (String, String)? {
    switch scope {
    case .stream(let name): ("stream", name.description)
    case .category(let name): ("category", name)
    case .type(let type): ("type", type.name)
    default: nil
    }
  }

  private static func scope(in value: JSONValue) -> EventScope {
    if let name = value["stream"]?.string.flatMap({ StreamName($0) }) { return .stream(name) }
    if let name = value["category"]?.string { return .category(name) }
    return value["type"]?.string.map { .type(EventType($0)) } ?? .all
  }

  private static func texts(_ value: JSONValue?) -> [String] {
    guard case .array(let values)? = value else { return [] }
    return values.compactMap(\.string)
  }
}
