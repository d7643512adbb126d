/// One of the four panes.
package enum Pane: Int, Sendable, CaseIterable {
  case streams = 1
  case events
  case payload
  case live

  /// The name as the title has it.
  var title: String {
    switch self {
    case .streams: "Streams"
    case .events: "Events"
    case .payload: "Payload"
    case .live: "Live"
    }
  }
}
