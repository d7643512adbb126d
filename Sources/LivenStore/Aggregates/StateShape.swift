/// The members of a value and their types, as text: `User{id:String,address:Address{street:String}}`.
enum StateShape {
  private static let maximumDepth = 8

  static func text(of value: Any) -> String { text(of: value, depth: 0) }

  private static func text(of value: Any, depth: Int) -> String {
    let mirror = Mirror(reflecting: value)
    let name = String(reflecting: mirror.subjectType)
    guard depth < maximumDepth, mirror.displayStyle == .struct || mirror.displayStyle == .class
    else { return name }
    let members = mirror.children.map { child in
      "\(child.label ?? "_"):\(text(of: child.value, depth: depth + 1))"
    }
    return "\(name){\(members.joined(separator: ","))}"
  }
}
