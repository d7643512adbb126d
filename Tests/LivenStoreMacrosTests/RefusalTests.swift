import SwiftDiagnostics
import SwiftSyntaxMacrosGenericTestSupport
import Testing

@Suite("@Aggregate refuses what cannot handle an event, and offers what can")
struct RefusalTests {
  @Test("a wrong handler is named where it is wrong", arguments: handlers)
  func handler(refusal: Refusal) { refusal.check() }

  private static let handlers: [Refusal] = [
    Refusal(
      handler: "mutating func onBadEvent(_ event: BadEvent, at time: Int) {}",
      sentence: "method onBadEvent must have exactly 1 parameter, got 2", place: "(_ event",
      fixIts: [
        ("write '(_ event: BadEvent)'", "mutating func onBadEvent(_ event: BadEvent) {}")
      ]),
    Refusal(
      handler: "mutating func onBadEvent() throws {}",
      sentence: "method onBadEvent must have exactly 1 parameter, got 0", place: "()",
      fixIts: [
        ("write '(_ event: BadEvent)'", "mutating func onBadEvent(_ event: BadEvent) throws {}")
      ]),
    Refusal(
      handler: "mutating func onUserCreated(_ event: UserRenamed) {}",
      sentence: "method onUserCreated must take a UserCreated, got UserRenamed",
      place: "UserRenamed",
      fixIts: [
        ("take a UserCreated", "mutating func onUserCreated(_ event: UserCreated) {}"),
        (
          "rename the method to 'onUserRenamed'",
          "mutating func onUserRenamed(_ event: UserRenamed) {}"
        ),
      ]),
    Refusal(
      handler: "mutating func onUserCreated(_ event: consuming Events.Closed<Int>) {}",
      sentence: "method onUserCreated must take a UserCreated, got Events.Closed<Int>",
      place: "Events",
      fixIts: [
        ("take a UserCreated", "mutating func onUserCreated(_ event: consuming UserCreated) {}"),
        (
          "rename the method to 'onClosed'",
          "mutating func onClosed(_ event: consuming Events.Closed<Int>) {}"
        ),
      ]),
    Refusal(
      handler: "mutating func onUserCreated(_ event: UserCreated?) {}",
      sentence: "method onUserCreated must take a UserCreated, got UserCreated?",
      place: "UserCreated?",
      fixIts: [("take a UserCreated", "mutating func onUserCreated(_ event: UserCreated) {}")]),
    Refusal(
      handler: "mutating func onUserCreated(_ event: UserCreated) throws -> Bool { true }",
      sentence: "method onUserCreated must return nothing, got Bool: it changes the aggregate and "
        + "throws what it refuses", place: "-> Bool",
      fixIts: [
        (
          "remove '-> Bool'",
          "mutating func onUserCreated(_ event: UserCreated) throws { true }"
        )
      ]),
    Refusal(
      handler: "@inlinable func onUserCreated(_ event: UserCreated) {}",
      sentence: "method onUserCreated must be mutating", place: "onUserCreated",
      fixIts: [
        ("add 'mutating'", "@inlinable mutating func onUserCreated(_ event: UserCreated) {}")
      ]),
    Refusal(
      handler: "private consuming func onUserCreated(_ event: UserCreated) {}",
      sentence: "method onUserCreated must be mutating", place: "onUserCreated",
      fixIts: [
        (
          "replace 'consuming' by 'mutating'",
          "private mutating func onUserCreated(_ event: UserCreated) {}"
        )
      ]),
    Refusal(
      handler: "mutating func onUserCreated(_ event: UserCreated) async throws {}",
      sentence: "method onUserCreated must not be async: a replay never waits", place: "async",
      fixIts: [
        ("remove 'async'", "mutating func onUserCreated(_ event: UserCreated) throws {}")
      ]),
    Refusal(
      handler: "mutating func onUserCreated<Row>(_ event: UserCreated<Row>) {}",
      sentence: "method onUserCreated must not be generic: it handles one type of event",
      place: "<Row>"),
    Refusal(
      handler: "mutating func onUserCreated(_ event: some DomainEvent) {}",
      sentence: "method onUserCreated must not be generic: it handles one type of event",
      place: "some"),
    Refusal(
      handler: "mutating func onUserCreated(_ event: inout UserCreated) {}",
      sentence: "method onUserCreated must not take its event inout: what happened does not change",
      place: "inout",
      fixIts: [("remove 'inout'", "mutating func onUserCreated(_ event: UserCreated) {}")]),
    Refusal(
      handler: "mutating func onUserCreated(_ event: UserCreated...) {}",
      sentence: "method onUserCreated must not be variadic: it handles one event at a time",
      place: "...",
      fixIts: [("remove '...'", "mutating func onUserCreated(_ event: UserCreated) {}")]),
  ]

  @Test("all that is wrong is said at once")
  func several() {
    Expansion.expectNothing(
      from: """
        @Aggregate
        struct User {
          func onUserCreated(_ event: UserCreated) async -> Int { 1 }
          mutating func onUserRenamed(_ event: UserRenamed) {}
        }
        """,
      [
        DiagnosticSpec(
          message:
            "method onUserCreated must return nothing, got Int: it changes the aggregate and "
            + "throws what it refuses", line: 3, column: 50,
          fixIts: [FixItSpec(message: "remove '-> Int'")]),
        DiagnosticSpec(
          message: "method onUserCreated must be mutating", line: 3, column: 8,
          fixIts: [FixItSpec(message: "add 'mutating'")]),
        DiagnosticSpec(
          message: "method onUserCreated must not be async: a replay never waits", line: 3,
          column: 44, fixIts: [FixItSpec(message: "remove 'async'")]),
      ],
      fixed: """
        @Aggregate
        struct User {
          mutating func onUserCreated(_ event: UserCreated) { 1 }
          mutating func onUserRenamed(_ event: UserRenamed) {}
        }
        """)
  }

  @Test("two handlers of one event")
  func twice() {
    Expansion.expectNothing(
      from: """
        @Aggregate
        struct User {
          mutating func onUserCreated(_ event: UserCreated) {}
          mutating func onUserCreated(event: Events.UserCreated) {}
        }
        """,
      [DiagnosticSpec(message: "method onUserCreated is there twice", line: 4, column: 17)])
  }

  @Test("a handler in #if, also in an inner one")
  func conditional() {
    let sentence =
      "method onUserCreated must not stand in #if, where @Aggregate cannot see whether it is compiled"
    Expansion.expectNothing(
      from: """
        @Aggregate
        struct User {
          #if DEBUG
            #if os(Linux)
              mutating func onUserCreated(_ event: UserCreated) {}
            #endif
          #endif
        }
        """, [DiagnosticSpec(message: sentence, line: 5, column: 21)])
  }

  private static let needsStruct =
    "@Aggregate needs a struct: a handler of a class that throws would leave its changes behind"

  @Test("a class is offered to become a struct")
  func ofClass() {
    Expansion.expectNothing(
      from: """
        @Aggregate
        open class User {
          func onUserCreated(_ event: UserCreated) {}
        }
        """,
      [
        DiagnosticSpec(
          message: Self.needsStruct, line: 2, column: 6,
          fixIts: [FixItSpec(message: "replace 'class' by 'struct'")])
      ],
      fixed: """
        @Aggregate
        public struct User {
          func onUserCreated(_ event: UserCreated) {}
        }
        """)
    Expansion.expectNothing(
      from: "@Aggregate\nfinal class User {}",
      [
        DiagnosticSpec(
          message: Self.needsStruct, line: 2, column: 7,
          fixIts: [FixItSpec(message: "replace 'class' by 'struct'")])
      ], fixed: "@Aggregate\nstruct User {}")
  }

  @Test("an actor and an enum", arguments: ["actor", "enum"])
  func ofOther(kind: String) {
    Expansion.expectNothing(
      from: "@Aggregate\n\(kind) User {}",
      [DiagnosticSpec(message: Self.needsStruct, line: 2, column: 1)])
  }

  @Test("a struct without handlers is warned of")
  func withoutHandlers() {
    Expansion.expect(
      "@Aggregate\nstruct User {}",
      becomes: """
        struct User {}

        extension User: LivenStore.Aggregate {
          static var handledEvents: [any LivenStore.DomainEvent.Type] { [] }

          mutating func handle(_ event: any LivenStore.DomainEvent) throws {
            switch event {
            default: throw LivenStore.EventStoreError.handlerNotFound(for: event, on: Self.self)
            }
          }
        }
        """,
      [
        DiagnosticSpec(
          message: "User handles no event: write methods such as mutating func "
            + "onUserCreated(_ event: UserCreated); those in an extension are not seen",
          line: 2, column: 8, severity: .warning)
      ])
  }
}
