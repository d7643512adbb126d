import Foundation
import LivenStore

/// Names that try to leave the store, each in each operation that takes one.
struct NameAttacks {
  let store: String

  private static let attacks = [
    "", ".", "..", "../x", "../../x", "/etc/passwd", "a/b", "a/../b", "./a", ".hidden", "..a",
    "a\0b", "\0", "a/", "/", "//", "a//b", "../events/x", "x/../../y", ".livenstore",
    ".livenstore/intents", String(repeating: "a", count: 256), String(repeating: "../", count: 100),
    "a\0/../b", String(repeating: "é", count: 128), "..\0", "/dev/zero", "/proc/self/fd/1",
    "~/../x/", "a/\u{202E}", "..//..", ".…/", "x/.", "x/..", "\u{0}x", "/\u{0}", "a/\n",
    "../\u{1B}[2J", "....//", ".\u{0}.",
  ]

  func run() throws {
    let store = try JSONEventStore(at: store)
    let event = try Event(type: "T", payload: "{}")
    let operations: [(StreamName) throws -> Void] = [
      { try store.append(event, to: [$0]) }, { try store.link(event.id, to: $0) },
      { _ = try store.readStream($0) }, { try store.make($0) },
    ]
    var refused = 0
    StandardStream.output.write(Array("BEGIN\n".utf8))
    for attack in NameAttacks.attacks {
      for operation in operations {
        do { try operation(StreamName(validating: attack)) } catch { refused += 1 }
      }
    }
    StandardStream.output.write(Array("END\n".utf8))
    let tries = NameAttacks.attacks.count * operations.count
    print("\(NameAttacks.attacks.count) names: \(refused) of \(tries) operations refused")
    exit(refused == tries ? 0 : 1)
  }
}
