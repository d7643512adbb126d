import LivenStore

/// A store of 4,812 events in 214 streams whose newest events are those of a busy morning in a shop.
struct ShopFixture {
  /// 23 April 2024, 12:31:10 in a zone two hours ahead of UTC.
  static let now: Int64 = 1_713_868_270_000

  private(set) var events: [EventID: Event] = [:]
  private var typed: [TypedID] = []
  private var streams: [StreamName: [EventID]] = [:]
  private(set) var changes: [CatalogChange] = []

  static let shippedPayload = """
    {"order_id":"order-1001","carrier":"PostNL","parcel":{"code":"3SABCD0123456","weight_g":1250,\
    "size":[30,20,10]},"shipped_at":"2024-04-23T10:30:59Z","note":"left at door\\n\\u001b[31mfragile\\u001b[0m"}
    """

  /// Time of day, type, home stream, other stream, end of the id.
  private static let morning: [(String, EventType, StreamName, StreamName?, String)] = [
    ("10:04:31.013", "OrderPlaced", "order-1001", nil, "0CBYVNCAE9K3AMBN"),
    ("10:05:02.880", "PaymentAuthorised", "order-1001", "payments", "DHQNMW63P5B0X9TT"),
    ("10:06:40.001", "OrderPaid", "order-1001", "payments", "PCBE7W4TEG3PBQCQ"),
    ("10:07:15.532", "OrderPlaced", "order-1002", nil, "00000000006V2W1K"),
    ("10:07:15.533", "StockReserved", "stock-12", nil, "0000000000QQ01ZX"),
    ("10:11:59.420", "HoldPlaced", "order-1001", "holds", "KT0Y5FFTDF0T7A5M"),
    ("10:12:30.090", "HoldReleased", "order-1001", "holds", "5VHQ3ZPBTCZD88KC"),
    ("10:20:00.000", "PaymentFailed", "order-1002", nil, "0000000000N5R3SA"),
    ("10:27:47.651", "OrderPacked", "order-1001", "shipments", "KC5R0Y8A2Z1E9GHF"),
    ("10:30:59.700", "OrderShipped", "order-1001", "shipments", "88R8XVS2Q05XJW8P"),
    ("10:31:01.002", "UserDeactivated", "user-42", nil, "0000000000C4BNNR"),
    ("10:31:02.145", "OrderPlaced", "order-1003", nil, "0000000000H2K7MV"),
  ]

  init() {
    addHistory()
    for (time, type, home, other, tail) in Self.morning {
      let payload = type == "OrderShipped" ? Self.shippedPayload : "{\"order_id\":\"\(home)\"}"
      add(time, type, [home] + (other.map { [$0] } ?? []), tail, payload)
    }
    let listings = streams.keys.sorted().map { StreamListing(name: $0, ids: streams[$0] ?? []) }
    changes = [
      .listed(typed.map(\.id)), .streamsListed(listings), .typesRead(typed),
      .problem(
        StoreProblem(
          subject: "streams/stock-91", message: "link to a missing event", stream: "stock-91")),
      .loaded, .watching(.notification),
    ]
  }

  /// 4,800 events of earlier days: 210 streams of four categories.
  private mutating func addHistory() {
    for index in 0..<4_800 {
      let time = Self.now - Int64(5_000 - index) * 600_000
      let ulid = ULID(milliseconds: UInt64(time), randomHigh: 0, randomLow: UInt64(index))
      let event = Event(id: EventID(ulid), type: "Counted", payload: Array("{\"n\":\(index)}".utf8))
      events[event.id] = event
      typed.append(TypedID(id: event.id, type: event.type))
      let category = ["cart", "order", "stock", "user"][index % 4]
      let name = StreamName("\(category)-\(2_000 + index / 4 % 51)")
      if let name { streams[name, default: []].append(event.id) }
    }
  }

  private mutating func add(
    _ time: String, _ type: EventType, _ names: [StreamName], _ tail: String, _ payload: String
  ) {
    guard let milliseconds = Timestamp.milliseconds(rfc3339: "2024-04-23T\(time)Z") else { return }
    let head = EventID(ULID(milliseconds: UInt64(milliseconds), randomHigh: 0, randomLow: 0))
    let text = String(head.description.prefix(26 - tail.count)) + tail
    guard let id = EventID(text) else { return }
    let event = Event(id: id, type: type, payload: Array(payload.utf8))
    events[id] = event
    typed.append(TypedID(id: id, type: type))
    for name in names { streams[name, default: []].append(id) }
  }
}
