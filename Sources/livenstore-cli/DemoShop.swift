import LivenStore

/// A shop in which something happens at each step: users come, order, pay and get their goods.
struct DemoShop {
  private var random = SystemRandomNumberGenerator()
  /// Orders under way and how far they are.
  private var openOrders: [(number: Int, user: Int, step: Int)] = []
  private var lastOrder = Int(SystemClock.unixMilliseconds() / 1_000 % 100_000) * 10
  private var lastUser = 40

  private static let goods = ["TEA-1", "TEA-2", "CUP-7", "POT-3", "TIN-12"]

  typealias Step = (type: EventType, payload: JSONValue, streams: [StreamName])

  /// What happens next.
  mutating func next() -> Step {
    if openOrders.isEmpty || openOrders.count < 8 && Int.random(in: 0..<4, using: &random) == 0 {
      return Int.random(in: 0..<4, using: &random) == 0 ? register() : place()
    }
    let place = Int.random(in: openOrders.indices, using: &random)
    openOrders[place].step += 1
    let order = openOrders[place]
    if order.step == 5 { openOrders.remove(at: place) }
    return advance(order.number, user: order.user, step: order.step)
  }

  private mutating func register() -> Step {
    lastUser += 1
    let payload = object(
      ("user_id", .string("\(lastUser)")), ("username", .string("user\(lastUser)")))
    return ("UserRegistered", payload, [DemoShop.stream("user", lastUser), "registrations"])
  }

  private mutating func place() -> Step {
    lastOrder += 1
    let user = Int.random(in: 1...lastUser, using: &random)
    openOrders.append((lastOrder, user, 0))
    let sku = DemoShop.goods[Int.random(in: DemoShop.goods.indices, using: &random)]
    let quantity = Int.random(in: 1...3, using: &random)
    let line = object(("sku", .string(sku)), ("quantity", .number("\(quantity)")))
    let payload = object(
      ("order_id", .string("order-\(lastOrder)")), ("user_id", .string("user-\(user)")),
      ("lines", .array([line])), ("total", .number("\(quantity * 19).95")))
    return (
      "OrderPlaced", payload,
      [DemoShop.stream("order", lastOrder), DemoShop.stream("user", user)]
    )
  }

  private mutating func advance(_ order: Int, user: Int, step: Int) -> Step {
    let names: [EventType] = [
      "PaymentAuthorised", "StockReserved", "OrderPacked", "OrderShipped", "OrderDelivered",
    ]
    let sku = DemoShop.goods[order % DemoShop.goods.count]
    let details: [(String, JSONValue)] = [
      ("amount", .number("\(order % 90 + 9).95")), ("sku", .string(sku)), ("by", .string("anna")),
      ("carrier", .string("PostNL")), ("signed_by", .string("user-\(user)")),
    ]
    let extra: [StreamName] = [
      "payments", DemoShop.stream("stock", order % 5 + 1), "shipments", "shipments", "shipments",
    ]
    let payload = object(("order_id", .string("order-\(order)")), details[step - 1])
    return (names[step - 1], payload, [DemoShop.stream("order", order), extra[step - 1]])
  }

  private static func stream(_ category: String, _ number: Int) -> StreamName {
    StreamName(stringLiteral: "\(category)-\(number)")
  }

  private func object(_ members: (String, JSONValue)...) -> JSONValue {
    .object(members.map { JSONMember(name: $0.0, value: $0.1) })
  }
}
