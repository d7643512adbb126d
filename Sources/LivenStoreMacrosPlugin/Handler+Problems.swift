internal import SwiftDiagnostics
internal import SwiftSyntax

extension Handler {
  /// Everything for which it cannot be called with an event.
  var problems: [Diagnostic] {
    ([genericProblem] + parameterProblems + [returnProblem, mutatingProblem, asyncProblem])
      .compactMap(\.self)
  }

  /// What to say where the struct has one of the same name before it.
  var isThereTwice: Diagnostic { .error("method \(name) is there twice", at: nameToken) }

  /// What to say where it stands in `#if`.
  var standsInCondition: Diagnostic {
    .error(
      "method \(name) must not stand in #if, where @Aggregate cannot see whether it is compiled",
      at: nameToken)
  }

  private var genericProblem: Diagnostic? {
    let opaque = baseType?.as(SomeOrAnyTypeSyntax.self).flatMap { type in
      type.someOrAnySpecifier.tokenKind == .keyword(.some) ? Syntax(type) : nil
    }
    return (function.genericParameterClause.map(Syntax.init) ?? opaque).map { node in
      .error("method \(name) must not be generic: it handles one type of event", at: node)
    }
  }

  private var parameterProblems: [Diagnostic?] {
    let clause = function.signature.parameterClause
    guard parameters.count == 1, let parameter = parameters.first else {
      let count = "method \(name) must have exactly 1 parameter, got \(parameters.count)"
      let form = "(_ event: \(eventName))"
      return [.error(count, at: clause, .replacing(clause, by: form, "write '\(form)'"))]
    }
    return [inoutProblem(parameter), variadicProblem(parameter), typeProblem]
  }

  private func inoutProblem(_ parameter: FunctionParameterSyntax) -> Diagnostic? {
    let specifier = parameter.type.as(AttributedTypeSyntax.self)?.specifiers.lazy
      .compactMap { $0.as(SimpleTypeSpecifierSyntax.self) }
      .first { $0.specifier.tokenKind == .keyword(.inout) }
    return specifier.map { node in
      .error(
        "method \(name) must not take its event inout: what happened does not change", at: node,
        .removing(node, "remove 'inout'"))
    }
  }

  private func variadicProblem(_ parameter: FunctionParameterSyntax) -> Diagnostic? {
    parameter.ellipsis.map { node in
      .error(
        "method \(name) must not be variadic: it handles one event at a time", at: node,
        .removing(node, "remove '...'"))
    }
  }

  private var typeProblem: Diagnostic? {
    guard genericProblem == nil, let type = baseType, type.lastName != eventName else { return nil }
    let change = FixIt.replacing(type, by: eventName, "take a \(eventName)")
    let rename = type.lastName.flatMap { other in
      other.first?.isUppercase == true
        ? FixIt.replacing(nameToken, by: "on\(other)", "rename the method to 'on\(other)'") : nil
    }
    return Diagnostic.error(
      "method \(name) must take a \(eventName), got \(eventType)", at: type,
      [change, rename].compactMap(\.self))
  }

  private var returnProblem: Diagnostic? {
    guard let clause = function.signature.returnClause else { return nil }
    let type = clause.type.trimmedDescription
    guard !["Void", "Swift.Void", "()"].contains(type) else { return nil }
    return .error(
      "method \(name) must return nothing, got \(type): it changes the aggregate and throws what it "
        + "refuses", at: clause, .removing(clause, "remove '\(clause.trimmedDescription)'"))
  }

  private var mutatingProblem: Diagnostic? {
    let modifiers = function.modifiers
    guard !modifiers.contains(where: { $0.name.tokenKind == .keyword(.mutating) }) else {
      return nil
    }
    let others: [TokenKind] = [
      .keyword(.nonmutating), .keyword(.consuming), .keyword(.borrowing), .keyword(.__consuming),
    ]
    let other = modifiers.first { others.contains($0.name.tokenKind) }
    let fixIt = other.map { word in
      FixIt.replacing(word, by: "mutating", "replace '\(word.trimmedDescription)' by 'mutating'")
    }
    return .error(
      "method \(name) must be mutating", at: nameToken,
      fixIt ?? .inserting("mutating ", before: function.funcKeyword, "add 'mutating'"))
  }

  private var asyncProblem: Diagnostic? {
    function.signature.effectSpecifiers?.asyncSpecifier.map { node in
      .error(
        "method \(name) must not be async: a replay never waits", at: node,
        .removing(node, "remove 'async'"))
    }
  }
}
