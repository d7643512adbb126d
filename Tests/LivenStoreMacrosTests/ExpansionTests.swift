import Testing

@Suite("@Aggregate writes the conformance from the handlers")
struct ExpansionTests {
  @Test("a case for each handler, with try where it throws and with its label")
  func cases() {
    Expansion.expect(
      """
      @Aggregate
      struct User {
        var id = ""
        mutating func onUserCreated(_ event: UserCreated) {}
        private mutating func onUserRenamed(to event: UserRenamed) throws -> Void {}
        mutating func onClosed(event: consuming Events.Closed) throws(Never) -> () {}
        mutating func onImported(_: Events.Imported<Row>) throws(Refusal) {}
        mutating func on(_ event: Int) {}
        mutating func once(_ event: Int) {}
        static func onStart() {}
      }
      """,
      becomes: """
        struct User {
          var id = ""
          mutating func onUserCreated(_ event: UserCreated) {}
          private mutating func onUserRenamed(to event: UserRenamed) throws -> Void {}
          mutating func onClosed(event: consuming Events.Closed) throws(Never) -> () {}
          mutating func onImported(_: Events.Imported<Row>) throws(Refusal) {}
          mutating func on(_ event: Int) {}
          mutating func once(_ event: Int) {}
          static func onStart() {}
        }

        extension User: LivenStore.Aggregate {
          static var handledEvents: [any LivenStore.DomainEvent.Type] { [UserCreated.self, UserRenamed.self, Events.Closed.self, Events.Imported<Row>.self] }

          mutating func handle(_ event: any LivenStore.DomainEvent) throws {
            switch event {
            case let event as UserCreated: onUserCreated(event)
            case let event as UserRenamed: try onUserRenamed(to: event)
            case let event as Events.Closed: onClosed(event: event)
            case let event as Events.Imported<Row>: try onImported(event)
            default: throw LivenStore.EventStoreError.handlerNotFound(for: event, on: Self.self)
            }
          }
        }
        """)
  }

  @Test(
    "a public and a package struct get their level and an init", arguments: ["public", "package"])
  func levels(level: String) {
    Expansion.expect(
      """
      @Aggregate
      \(level) struct User {
        \(level) var id = ""
        mutating func onUserCreated(_ event: UserCreated) {}
      }
      """,
      becomes: """
        \(level) struct User {
          \(level) var id = ""
          mutating func onUserCreated(_ event: UserCreated) {}

          \(level) init() {}
        }

        \(extensionOfUser(level: "\(level) "))
        """)
  }

  @Test("an init without parameters is kept; one with parameters is not enough")
  func ownInit() {
    Expansion.expect(
      """
      @Aggregate
      public struct User {
        public init() { id = "none" }
        mutating func onUserCreated(_ event: UserCreated) {}
      }
      """,
      becomes: """
        public struct User {
          public init() { id = "none" }
          mutating func onUserCreated(_ event: UserCreated) {}
        }

        \(extensionOfUser(level: "public "))
        """)
    Expansion.expect(
      """
      @Aggregate
      public struct User {
        init(id: String) { self.id = id }
        mutating func onUserCreated(_ event: UserCreated) {}
      }
      """,
      becomes: """
        public struct User {
          init(id: String) { self.id = id }
          mutating func onUserCreated(_ event: UserCreated) {}

          public init() {}
        }

        \(extensionOfUser(level: "public "))
        """)
  }

  @Test("a conformance that the struct states itself is left out")
  func statedConformance() {
    Expansion.expect(
      """
      @Aggregate
      struct User: Aggregate {
        mutating func onUserCreated(_ event: UserCreated) {}
      }
      """,
      becomes: """
        struct User: Aggregate {
          mutating func onUserCreated(_ event: UserCreated) {}
        }

        \(extensionOfUser(level: "", conformance: ""))
        """, conformances: [])
  }

  private func extensionOfUser(
    level: String, conformance: String = ": LivenStore.Aggregate"
  ) -> String {
    """
    extension User\(conformance) {
      \(level)static var handledEvents: [any LivenStore.DomainEvent.Type] { [UserCreated.self] }

      \(level)mutating func handle(_ event: any LivenStore.DomainEvent) throws {
        switch event {
        case let event as UserCreated: onUserCreated(event)
        default: throw LivenStore.EventStoreError.handlerNotFound(for: event, on: Self.self)
        }
      }
    }
    """
  }
}
