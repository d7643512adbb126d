internal import SwiftDiagnostics
internal import SwiftSyntax

/// The handlers of a struct in the order in which it has them.
struct HandlerList {
  let all: [Handler]
  /// What is wrong with them; empty if the conformance can be written.
  let problems: [Diagnostic]

  init(of aggregate: StructDeclSyntax) {
    let members = aggregate.memberBlock.members
    all = members.compactMap { Handler($0.decl) }
    var names: Set<String> = []
    let checked = all.flatMap { handler in
      names.insert(handler.name).inserted ? handler.problems : [handler.isThereTwice]
    }
    problems = checked + HandlerList.conditional(members).map(\.standsInCondition)
  }

  /// The handlers between `#if` and `#endif`.
  private static func conditional(_ members: MemberBlockItemListSyntax) -> [Handler] {
    members.compactMap { $0.decl.as(IfConfigDeclSyntax.self) }.flatMap(\.clauses)
      .compactMap { $0.elements?.as(MemberBlockItemListSyntax.self) }
      .flatMap { inner in inner.compactMap { Handler($0.decl) } + conditional(inner) }
  }

  /// The source of the member `handledEvents`.
  func handledEvents(_ access: String) -> String {
    let types = all.map { "\($0.eventType).self" }.joined(separator: ", ")
    return "  \(access)static var handledEvents: [any LivenStore.DomainEvent.Type] { [\(types)] }"
  }

  /// The source of the member `handle(_:)`.
  func handle(_ access: String) -> String {
    let cases = all.map { "    case let event as \($0.eventType): \($0.call)" }
    let lines =
      [
        "  \(access)mutating func handle(_ event: any LivenStore.DomainEvent) throws {",
        "    switch event {",
      ] + cases + [
        "    default: throw LivenStore.EventStoreError.handlerNotFound(for: event, on: Self.self)",
        "    }",
        "  }",
      ]
    return lines.joined(separator: "\n")
  }
}
