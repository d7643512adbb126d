/// What two states have not in common, value by value.
public struct StateDifference: Sendable, Hashable {
  /// The changes, in the order of the new state; what is gone stands where it was.
  public private(set) var changes: [StateChange] = []

  /// Compares two states.
  ///
  /// Objects are compared member by member. Of arrays the equal elements at both ends are put aside, and
  /// what lies between is compared place by place.
  public init(from old: JSONValue, to new: JSONValue) { compare(old, new, at: "") }

  private mutating func compare(_ old: JSONValue, _ new: JSONValue, at path: String) {
    if old == new { return }
    switch (old, new) {
    case (.object(let old), .object(let new)): compare(old, new, at: path)
    case (.array(let old), .array(let new)): compare(old, new, at: path)
    default: add(path, old, new)
    }
  }

  private mutating func add(_ path: String, _ old: JSONValue?, _ new: JSONValue?) {
    changes.append(StateChange(path: path.isEmpty ? "." : path, old: old, new: new))
  }

  private mutating func compare(_ old: [JSONMember], _ new: [JSONMember], at path: String) {
    let before = Dictionary(old.map { ($0.name, $0.value) }) { $1 }
    let after = Dictionary(new.map { ($0.name, $0.value) }) { $1 }
    for member in new where after[member.name] == member.value {
      let place = path + StatePath.member(member.name)
      if let value = before[member.name] {
        compare(value, member.value, at: place)
      } else {
        add(place, nil, member.value)
      }
    }
    for member in old where after[member.name] == nil {
      add(path + StatePath.member(member.name), member.value, nil)
    }
  }

  private mutating func compare(_ old: [JSONValue], _ new: [JSONValue], at path: String) {
    let most = min(old.count, new.count)
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.reversed(), new.reversed()).prefix(most - head).prefix { $0 == $1 }.count
    let (oldEnd, newEnd) = (old.count - tail, new.count - tail)
    for index in head..<max(oldEnd, newEnd) {
      let place = "\(path)[\(index)]"
      switch (index < oldEnd, index < newEnd) {
      case (true, true): compare(old[index], new[index], at: place)
      case (true, false): add(place, old[index], nil)
      default: add(place, nil, new[index])
      }
    }
  }
}
