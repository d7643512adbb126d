internal import SwiftSyntax

/// A method `on<EventType>`.
struct Handler {
  let function: FunctionDeclSyntax
  /// What stands behind `on`.
  let eventName: String

  /// Takes a method whose name is `on` and a capital letter; `nil` of any other declaration.
  init?(_ declaration: DeclSyntax) {
    guard let function = declaration.as(FunctionDeclSyntax.self),
      let name = function.name.identifier?.name, name.hasPrefix("on"),
      name.dropFirst(2).first?.isUppercase == true,
      !function.modifiers.contains(where: { $0.name.tokenKind == .keyword(.static) })
    else { return nil }
    self.function = function
    eventName = String(name.dropFirst(2))
  }

  var name: String { "on\(eventName)" }
  var nameToken: TokenSyntax { function.name }
  var parameters: FunctionParameterListSyntax { function.signature.parameterClause.parameters }

  /// The parameter's type without words such as `consuming`.
  var baseType: TypeSyntax? {
    parameters.first.map { $0.type.as(AttributedTypeSyntax.self)?.baseType ?? $0.type }
  }

  /// The event's type as the source has it.
  var eventType: String { baseType?.trimmedDescription ?? eventName }

  /// The source that calls the method with the constant `event`.
  var call: String {
    let label = parameters.first?.firstName
    let argument = label.map { $0.tokenKind == .wildcard ? "event" : "\($0.text): event" } ?? ""
    return "\(isThrowing ? "try " : "")\(name)(\(argument))"
  }

  private var isThrowing: Bool {
    guard let clause = function.signature.effectSpecifiers?.throwsClause else { return false }
    return clause.type?.trimmedDescription != "Never"
  }
}
