internal import SwiftSyntax

extension TypeSyntax {
  /// The last component of a type's name without generic arguments: `UserCreated` of `Events.UserCreated`.
  var lastName: String? {
    if let type = self.as(IdentifierTypeSyntax.self) { return type.name.identifier?.name }
    return self.as(MemberTypeSyntax.self)?.name.identifier?.name
  }
}
