import Testing

@Suite("The compiler says what @Aggregate says")
struct CompilerTests {
  private static let events = """
    struct UserCreated: DomainEvent {}
    struct UserRenamed: DomainEvent {}

    """

  @Test("right structs compile, also where an extension makes them public")
  func right() throws {
    let outcome = try Compiler.check(
      Self.events + """
        public enum Shop {}
        extension Shop {
          @Aggregate
          public struct User {
            public private(set) var id = ""
            private mutating func onUserCreated(_ event: UserCreated) { id = "1" }
          }
        }
        public extension Shop {
          @Aggregate
          struct Guest {
            public private(set) var id = ""
            mutating func onUserCreated(_ event: UserCreated) { id = "1" }
          }
        }
        let all: [any Aggregate] = [Shop.User(), Shop.Guest()]
        """)
    #expect(outcome.diagnostics == [])
    #expect(outcome.status == 0)
  }

  @Test("a wrong handler is an error at its place")
  func wrong() throws {
    let outcome = try Compiler.check(
      Self.events + """
        @Aggregate
        struct User {
          private(set) var id = ""
          mutating func onUserCreated(_ event: UserRenamed) {}
          func onUserRenamed(_ event: UserRenamed) {}
        }
        """)
    #expect(
      outcome.diagnostics == [
        "9:40: error: method onUserCreated must take a UserCreated, got UserRenamed "
          + "(from macro 'Aggregate')",
        "10:8: error: method onUserRenamed must be mutating (from macro 'Aggregate')",
      ])
    #expect(outcome.status != 0)
  }

  @Test("a struct that is private to another one is told so")
  func hidden() throws {
    let outcome = try Compiler.check(
      Self.events + """
        enum Shop {
          @Aggregate
          private struct User {
            private(set) var id = ""
            mutating func onUserCreated(_ event: UserCreated) {}
          }
        }
        """)
    #expect(
      outcome.diagnostics == [
        "8:3: error: User is private to Shop, where the extension that @Aggregate writes does not "
          + "see it (from macro 'Aggregate')"
      ])
  }
}
