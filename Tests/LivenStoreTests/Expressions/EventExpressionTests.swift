import LivenStore
import Testing

@Suite("Conditions on events")
struct EventExpressionTests {
  private func subject() throws -> ExpressionSubject {
    let payload =
      #"{"amount":59.90,"user":{"name":"Ann Lee","tags":["a","b"]},"paid":true,"gone":null,"no":false}"#
    return ExpressionSubject(
      type: "OrderPlaced", id: try EventID(validating: "01HW4WDMFM4VHFEHHG5Z7M77WN"),
      streams: ["order-1", "user-42"],
      version: 3, tree: try JSONParser.parse(Array(payload.utf8)))
  }

  @Test(
    "hold",
    arguments: [
      "type=OrderPlaced", "type = Order*", "type = *laced", "type = Order?laced", "type != Order",
      ".amount > 50", ".amount = 59.9", ".amount <= 59.90", ".amount >= 5 and .amount < 1e2",
      #".user.name ~ "ann""#, #".user.name ~ "^Ann L""#, ".user.name !~ bob",
      #".user.name = "Ann Lee""#,
      ".user.tags[1] = b", ".paid", ".paid = true", "not .gone", "!.no", ".gone = null",
      ".missing != 1", ".missing = null", ".paid != null", ".gone = null", ".paid&&.amount>1",
      ".amount>1||.no", "time > 2024", "time > 2024-04-22T12:30:59+02:00", "time < 2100-01-01",
      "time ~ 2024",
      "not .missing", "stream = order-*", "stream = user-42", "version = 3", "time > 2024-04-23",
      "id ~ 01HW", "(type = x or type = Order*) and (.paid || .no)",
      "type=x or not (.no and .paid)",
      "type=Order* && .amount>50&&.paid", #""# + #".user.name = Ann*"#,
    ])
  func hold(text: String) throws {
    #expect(ExpressionMatcher(try EventExpression(text)).holds(of: try subject()))
  }

  @Test(
    "do not hold",
    arguments: [
      "type = orderplaced", "type = Order", ".amount > 60", ".amount < foo", ".user.name ~ ANN",
      ".gone", ".no", ".missing = 1", ".missing > 1", ".missing != null", "time > 2100",
      ".paid = null", "stream = order", "time < 2024", ".user > 1",
      ".user.tags[7]", "not type = Order*", "type = Order* and .no",
    ])
  func fail(text: String) throws {
    #expect(!ExpressionMatcher(try EventExpression(text)).holds(of: try subject()))
  }

  @Test(
    "are refused with the column",
    arguments: [
      ("", 1, "expected"), ("foo = 1", 1, "type, id, time"), ("type", 5, "'='"),
      ("type =", 7, "expected a value"),
      (".a = 1 .b = 2", 8, "'and', 'or'"), ("(.a = 1", 8, "')'"), (#".a = "x"#, 6, "no end"),
      (".a ~ [", 6, "regular expression"), (".a > 5*", 6, "a pattern goes with"),
      (".a = 1)", 7, "'and', 'or'"), ("and", 1, "expected"),
      (String(repeating: "(", count: 100), 64, "parentheses"),
    ])
  func refused(text: String, column: Int, reason: String) {
    let error = #expect(throws: ExpressionError.self) { try EventExpression(text) }
    #expect(error?.column == column, "\(error.map { "\($0)" } ?? "")")
    #expect(error?.reason.contains(reason) == true, "\(error.map { "\($0)" } ?? "")")
  }
}
