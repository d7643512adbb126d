import LivenStore

/// A store of 4,812 events in 214 streams whose newest events are those of a busy morning in a shop.
struct ShopFixture {
  /// 23 April 2024, 12:31:10 in a zone two hours ahead of UTC.
  static let now: Int64 = 1_713_868_270_000

  private(set) var events: [EventID: Event] = [:]
  /// What the watcher tells at the start; the morning's events are among it, or come later.
  private(set) var changes: [CatalogChange] = []
  /// What is told of the store before streams and types are known.
  private(set) var listed = CatalogChange.restarted
  /// The morning's events with their streams, in order.
  private(set) var morning: [(event: Event, streams: [StreamName])] = []

  static let shippedPayload = """
    {"order_id":"order-1001","carrier":"PostNL","parcel":{"code":"3SABCD0123456","weight_g":1250,\
    "size":[30,20,10]},"shipped_at":"2024-04-23T10:30:59Z"}
    """
  static let deliveredPayload = """
    {"order_id":"order-1001","note":"left at door\\n\\u001b[31mfragile\\u001b[0m"}
    """

  /// Time of day, type, home stream, other stream, end of the id.
  private static let rows: [(String, EventType, StreamName, StreamName?, String)] = [
    ("10:04:31.013", "OrderPlaced", "order-1001", nil, "0CBYVNCAE9K3AMBN"),
    ("10:05:02.880", "PaymentAuthorised", "order-1001", "payments", "DHQNMW63P5B0X9TT"),
    ("10:05:03.114", "UserRenamed", "user-42", nil, "Y4M1CE"),
    ("10:06:40.001", "OrderPaid", "order-1001", "payments", "PCBE7W4TEG3PBQCQ"),
    ("10:07:15.532", "OrderPlaced", "order-1002", nil, "6V2W1K"),
    ("10:07:15.533", "StockReserved", "stock-12", nil, "QQ01ZX"),
    ("10:11:59.420", "HoldPlaced", "order-1001", "holds", "SWKT0Y5FFTDF0T7A5M"),
    ("10:12:30.090", "HoldReleased", "order-1001", "holds", "A5VHQ3ZPBTCZD88KC"),
    ("10:20:00.000", "PaymentFailed", "order-1002", nil, "N5R3SA"),
    ("10:27:47.651", "OrderPacked", "order-1001", "shipments", "3KC5R0Y8A2Z1E9GHF"),
    ("10:30:59.700", "OrderShipped", "order-1001", "shipments", "M88R8XVS2Q05XJW8P"),
    ("10:31:01.002", "UserDeactivated", "user-42", nil, "C4BNNR"),
    ("10:31:02.145", "OrderPlaced", "order-1003", nil, "H2K7MV"),
    ("10:31:02.300", "StockReserved", "stock-90", nil, "T9Y0DQ"),
    ("10:31:05.871", "PaymentAuthorised", "order-1003", nil, "8SFZ3A"),
    ("10:31:09.002", "OrderDelivered", "order-1001", "shipments", "2XYSQRN20VW6PVE1"),
  ]

  /// Events a category has in all, and its streams beside those of the morning.
  private static let history: [(String, Int, Int)] = [
    ("order", 1_204 - 12, 101), ("stock", 1_902 - 2, 58), ("user", 1_604 - 2, 40), ("cart", 102, 6),
  ]

  init(isMorningOver: Bool = true) {
    for row in Self.rows { addMorning(row) }
    let (typed, listings) = makeHistory(withMorning: isMorningOver)
    listed = .found(StoreCatalog(sorted: typed.map(\.id)))
    changes = [
      .found(StoreCatalog(of: typed, in: listings)),
      .problem(
        StoreProblem(
          subject: "streams/stock-91", message: "link to a missing event", stream: "stock-91")),
      .loaded, .watching(.notification),
    ]
  }

  private mutating func addMorning(_ row: (String, EventType, StreamName, StreamName?, String)) {
    let (time, type, home, other, tail) = row
    guard let milliseconds = Timestamp.milliseconds(rfc3339: "2024-04-23T\(time)Z") else { return }
    let head = EventID(ULID(milliseconds: UInt64(milliseconds), randomHigh: 0, randomLow: 0))
    let end = tail.suffix(16)
    guard let id = EventID(String(head.description.prefix(26 - end.count)) + String(end)) else {
      return
    }
    let payload =
      type == "OrderShipped"
      ? Self.shippedPayload
      : type == "OrderDelivered" ? Self.deliveredPayload : "{\"order_id\":\"\(home)\"}"
    let event = Event(id: id, type: type, payload: Array(payload.utf8))
    events[id] = event
    morning.append((event, [home] + (other.map { [$0] } ?? [])))
  }

  /// Earlier days: events of four categories in turn, ten minutes apart.
  private mutating func makeHistory(withMorning: Bool) -> ([TypedID], [StreamListing]) {
    var streams: [StreamName: [EventID]] = [:]
    var typed: [TypedID] = []
    var index = 0
    for (category, count, streamCount) in Self.history {
      for number in 0..<count {
        let event = Self.event(index)
        events[event.id] = event
        typed.append(TypedID(id: event.id, type: event.type))
        streams[Self.stream(category, number, streamCount), default: []].append(event.id)
        index += 1
      }
    }
    for (event, names) in morning where withMorning {
      typed.append(TypedID(id: event.id, type: event.type))
      for name in names { streams[name, default: []].append(event.id) }
    }
    return (typed, streams.keys.sorted().map { StreamListing(name: $0, ids: streams[$0] ?? []) })
  }

  private static func event(_ index: Int) -> Event {
    let time = now - 1_000_000_000 - Int64(4_812 - index) * 600_000
    let ulid = ULID(milliseconds: UInt64(time), randomHigh: 0, randomLow: UInt64(index))
    return Event(
      id: EventID(ulid), type: "Counted", payload: Array("{\"n\":\(index)}".utf8))
  }

  /// The morning's `stock-12` and `user-42` have six and eight events before it.
  private static func stream(_ category: String, _ number: Int, _ count: Int) -> StreamName {
    if category == "stock", number < 6 { return "stock-12" }
    if category == "user", number < 8 { return "user-42" }
    let first = category == "order" ? 1_004 : 1
    return StreamName(
      stringLiteral: "\(category)-\(first + number % count + (category == "order" ? 0 : 100))")
  }
}
