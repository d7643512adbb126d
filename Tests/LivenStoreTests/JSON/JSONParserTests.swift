import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("JSON")
struct JSONParserTests {
  @Test("values keep their digits and their order")
  func values() throws {
    let text = #"{"b":1.50e+3,"a":[null,true,false,-0,"x"],"b":{}}"#
    let value = try JSONParser.parse(Array(text.utf8))
    #expect(String(decoding: JSONWriter.bytes(of: value), as: UTF8.self) == text)
    #expect(value["b"] == .object([]))
  }

  @Test("for people a member or an element is a line")
  func indented() throws {
    let text = #"{"b":{},"a":[1,{"c":"x"},[]]}"#
    let lines = #"""
      {
        "b": {},
        "a": [
          1,
          {
            "c": "x"
          },
          []
        ]
      }

      """#
    let value = try JSONParser.parse(Array(text.utf8))
    let bytes = JSONWriter.indentedBytes(of: value)
    #expect(String(decoding: bytes, as: UTF8.self) == lines)
    #expect(try JSONParser.parse(bytes) == value)
  }

  @Test(
    "escapes",
    arguments: [
      (#""\u0041\n\/\\\"\b\f\r\t""#, "A\n/\\\"\u{8}\u{C}\r\t"), (#""\ud83d\ude00""#, "😀"),
      (#""\ud83dx""#, "\u{FFFD}x"),
      (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    ])
  func escapes(text: String, string: String) throws {
    #expect(try JSONParser.parse(Array(text.utf8)).string == string)
  }

  @Test(
    "what is not JSON is refused, with its place",
    arguments: [
      ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("{\"a\" 1}", 1, 6), ("01", 1, 2), ("1.", 1, 3),
      ("\"\n\"", 1, 2),
      ("[\n  tru]", 2, 6), ("\"\\x\"", 1, 3), ("\"\\u12\"", 1, 6), ("nul", 1, 4), ("1 2", 1, 3),
      ("-", 1, 2),
    ])
  func refused(text: String, line: Int, column: Int) {
    do {
      _ = try JSONParser.parse(Array(text.utf8))
      Issue.record("was read")
    } catch {
      #expect((error.line, error.column) == (line, column), "\(error)")
    }
  }

  @Test("depth is limited, so that no text exhausts the stack")
  func depth() throws {
    let deep = String(repeating: "[", count: 127) + String(repeating: "]", count: 127)
    _ = try JSONParser.parse(Array(deep.utf8))
    #expect(throws: JSONSyntaxError.self) {
      try JSONParser.parse(Array(String(repeating: "{\"a\":", count: 1_000_000).utf8))
    }
  }

  @Test("random values survive writing and reading; Foundation reads them alike")
  func roundTrip() throws {
    var random = RepeatableRandom(seed: 42)
    for _ in 0..<500 {
      let value = Self.value(depth: 0, &random)
      let bytes = JSONWriter.bytes(of: value)
      #expect(try JSONParser.parse(bytes) == value)
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    }
  }

  @Test("random bytes and cut texts never trap")
  func hostile() {
    var random = RepeatableRandom(seed: 7)
    let alphabet = Array("{}[]\",:\\u0d8tfn1-.eE \n\u{1F}é".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0..<24, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      _ = try? JSONParser.parse(bytes)
    }
  }

  private static func value(depth: Int, _ random: inout RepeatableRandom) -> JSONValue {
    switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .number("\(Int.random(in: -1_000...1_000, using: &random))")
    case 3, 4: .string(text(&random))
    case 5:
      .array(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth: depth + 1, &random) })
    default:
      .object(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in
          JSONMember(name: text(&random), value: value(depth: depth + 1, &random))
        })
    }
  }

  private static func text(_ random: inout RepeatableRandom) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\0", "\u{7F}", "\u{9B}", "é", "😀", "\u{202E}",
    ]
    return String(
      String.UnicodeScalarView(
        (0..<Int.random(in: 0..<6, using: &random)).map { _ in
          scalars[Int.random(in: scalars.indices, using: &random)]
        }))
  }
}
