import LivenStore
import StoreBrowser
import TerminalUI

/// The order of the design's screens, with the payloads that make its state.
enum OrderFixture {
  private static let payloads: [EventType: String] = [
    "OrderPlaced": """
    {"id":"order-1001","user_id":"user-42","total":59.95,"lines":[{"sku":"TEA-1","qty":2,"price":19.95},\
    {"sku":"POT-7","qty":1,"price":20.05}]}
    """,
    "OrderPacked": #"{"by":"anna"}"#,
    "HoldPlaced": #"{"order_id":"order-1001","by":"anna"}"#,
    "OrderShipped": ShopFixture.shippedPayload,
  ]

  /// The shop's morning, its order with these payloads.
  static let events = ShopFixture().morning.map { event, streams in
    let payload = streams[0] == "order-1001" ? payloads[event.type] : nil
    return (
      event: Event(
        id: event.id, type: event.type, payload: payload.map { Array($0.utf8) } ?? event.payload),
      streams: streams
    )
  }

  static let sources = ReplaySources(aggregates: [ReplayableAggregate(Order.self)])

  /// A browser on the shop's morning, with the order's aggregate.
  static func browser(
    width: Int = 80, height: Int = 24, sources: ReplaySources = sources,
    glyphs: GlyphSet = .unicode
  ) -> BrowserUnderTest {
    var browser = BrowserUnderTest(
      width: width, height: height, glyphs: glyphs, sources: sources)
    browser.load(events)
    return browser
  }
}

/// What happens to an order; names and members are those of the payloads.
struct OrderPlaced: DomainEvent {
  struct Line: Codable, Sendable {
    var sku: String, qty: Int, price: Double
  }
  var id: String, total: Double, lines: [Line]
  var userID: String?
  enum CodingKeys: String, CodingKey {
    case id, total, lines
    case userID = "user_id"
  }
}
struct PaymentAuthorised: DomainEvent {}
struct OrderPaid: DomainEvent {}
struct HoldPlaced: DomainEvent { var by: String }
struct HoldReleased: DomainEvent {}
struct OrderPacked: DomainEvent { var by: String }
struct OrderShipped: DomainEvent {
  var shippedAt: String
  enum CodingKeys: String, CodingKey { case shippedAt = "shipped_at" }
}
struct OrderDelivered: DomainEvent {}
struct OrderCancelled: DomainEvent { var reason: String }

/// An order of the shop.
struct Order: Aggregate, Encodable {
  private(set) var id = ""
  private(set) var status: String?
  private(set) var userID: String?
  private(set) var lines: [OrderPlaced.Line] = []
  private(set) var total = 0.0
  private(set) var hold: String?
  private(set) var shippedAt: String?
  private(set) var packedBy: String?

  struct Refusal: Error, CustomStringConvertible { let description: String }

  static let handledEvents: [any DomainEvent.Type] = [
    OrderPlaced.self, PaymentAuthorised.self, OrderPaid.self, HoldPlaced.self, HoldReleased.self,
    OrderPacked.self, OrderShipped.self, OrderCancelled.self,
  ]

  mutating func handle(_ event: any DomainEvent) throws {
    switch event {
    case let event as OrderPlaced:
      (id, status, lines, total) = (event.id, "placed", event.lines, event.total)
      userID = event.userID
    case is PaymentAuthorised: break
    case is OrderPaid: status = "paid"
    case let event as HoldPlaced: hold = event.by
    case is HoldReleased: hold = nil
    case let event as OrderPacked: packedBy = event.by
    case let event as OrderShipped:
      (status, shippedAt, packedBy) = ("shipped", event.shippedAt, nil)
    case let event as OrderCancelled:
      guard status != "shipped" else {
        throw Refusal(description: "a shipped order cannot be cancelled")
      }
      status = "cancelled because of " + event.reason
    default: throw EventStoreError.handlerNotFound(for: event, on: Self.self)
    }
  }

  enum CodingKeys: String, CodingKey {
    case id, status, lines, total, hold
    case userID = "user_id"
    case shippedAt = "shipped_at"
    case packedBy = "packed_by"
  }
}
