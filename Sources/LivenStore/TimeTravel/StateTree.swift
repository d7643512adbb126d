/// A state as JSON, to be shown and compared.
enum StateTree {
  private static let maximumDepth = 64

  /// As the state codes itself; what cannot be coded is shown member by member.
  static func value(of state: Any) -> JSONValue {
    if let state = state as? any Encodable, let bytes = try? EventCoding.encode(state),
      let value = try? JSONParser.parse(bytes)
    {
      return value
    }
    return mirrored(state, depth: 0)
  }

  private static func mirrored(_ value: Any, depth: Int) -> JSONValue {
    if let scalar = scalar(value) { return scalar }
    guard depth < maximumDepth else { return .string("…") }
    let mirror = Mirror(reflecting: value)
    let children = mirror.children.map { ($0.label, mirrored($0.value, depth: depth + 1)) }
    switch mirror.displayStyle {
    case .optional: return children.first?.1 ?? .null
    case .collection, .tuple: return .array(children.map(\.1))
    case .set: return .array(children.map(\.1).sorted { $0.description < $1.description })
    case .dictionary: return dictionary(mirror, depth)
    case .enum where children.isEmpty: return .string(String(describing: value))
    default:
      if children.isEmpty { return .string(String(describing: value)) }
      return .object(children.map { JSONMember(name: $0.0 ?? "_", value: $0.1) })
    }
  }

  private static func scalar(_ value: Any) -> JSONValue? {
    switch value {
    case let value as Bool: .bool(value)
    case let value as String: .string(value)
    case let value as any BinaryInteger: .number(String(value))
    case let value as any BinaryFloatingPoint:
      Double(value).isFinite ? .number(String(Double(value))) : .string("\(value)")
    case let value as any RawRepresentable: scalar(value.rawValue)
    default: nil
    }
  }

  private static func dictionary(_ mirror: Mirror, _ depth: Int) -> JSONValue {
    let pairs = mirror.children.map { child in
      let pair = Mirror(reflecting: child.value).children.map(\.value)
      return JSONMember(name: "\(pair[0])", value: mirrored(pair[1], depth: depth + 1))
    }
    return .object(pairs.sorted { $0.name < $1.name })
  }
}
