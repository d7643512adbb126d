/// What a stream is replayed by.
package enum ReplaySource: Sendable, Hashable {
  /// The fields of payloads, merged in order: no state of a domain.
  case merge
  /// A program, as a shell takes it.
  case reducer(String)
  /// An aggregate of the app, by its name.
  case aggregate(String)

  /// The words for the breadcrumb.
  var label: String {
    switch self {
    case .merge: "replay of merged fields"
    case .reducer(let command): "replay by " + command
    case .aggregate(let name): "replay as " + name
    }
  }

  /// What the whole state is called.
  var stateName: String {
    if case .aggregate(let name) = self { name } else { "state" }
  }
}
