/// Which events a list is narrowed to.
struct EventFilter: Sendable {
  /// What was typed behind `&`.
  let text: String
  var scan: EventScan
}
