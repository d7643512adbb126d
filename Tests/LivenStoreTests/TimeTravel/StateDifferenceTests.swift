import LivenStore
import Testing

@Suite("What two states have not in common")
struct StateDifferenceTests {
  @Test(
    "is told value by value",
    arguments: [
      ("{}", "{}", []), (#"{"a":1}"#, #"{"a":2}"#, ["~ .a 1 2"]),
      (#"{"a":1,"b":2}"#, #"{"b":2,"c":null}"#, ["+ .c null", "- .a 1"]),
      (#"{"a":{"b":{"c":1}}}"#, #"{"a":{"b":{"c":2,"d":3}}}"#, ["~ .a.b.c 1 2", "+ .a.b.d 3"]),
      ("[1,2,3]", "[2,3]", ["- [0] 1"]), ("[1,3]", "[1,2,3]", ["+ [1] 2"]),
      ("[1,2]", "[1,2,2]", ["+ [2] 2"]),
      (#"[{"s":1},{"s":2}]"#, #"[{"s":1},{"s":3}]"#, ["~ [1].s 2 3"]),
      (
        #"{"a b":1,"x.y":{"z":1}}"#, #"{"a b":2,"x.y":{"z":2}}"#,
        [#"~ ."a b" 1 2"#, #"~ ."x.y".z 1 2"#]
      ),
      ("1", #""1""#, [#"~ . 1 "1""#]), (#"{"a":[]}"#, #"{"a":{}}"#, ["~ .a [] {}"]),
      ("null", #"{"a":1}"#, [#"~ . null {"a":1}"#]),
    ])
  func changes(old: String, new: String, expected: [String]) throws {
    let old = try JSONParser.parse(Array(old.utf8))
    let new = try JSONParser.parse(Array(new.utf8))
    let changes = StateDifference(from: old, to: new).changes.map { change in
      switch (change.old, change.new) {
      case (let old?, let new?): "~ \(change.path) \(old) \(new)"
      case (nil, let new?): "+ \(change.path) \(new)"
      case (let old?, nil): "- \(change.path) \(old)"
      default: "?"
      }
    }
    #expect(changes == expected)
  }

  @Test("its paths lead to its values", arguments: [#"{"a b":[{"x.y":7}],"c":{"d":1}}"#])
  func paths(text: String) throws {
    let state = try JSONParser.parse(Array(text.utf8))
    for (path, value) in [(#"."a b"[0]."x.y""#, "7"), (".c.d", "1"), ("c.d", "1"), (".", text)] {
      #expect(StatePath(path)?.value(in: state)?.description == value)
    }
    for path in ["..", "a[", "a[x]", ".a..b", "[-1]", "a b]", ".\"x", "[0]c"] {
      #expect(StatePath(path)?.value(in: state) == nil, "\(path)")
    }
  }
}
