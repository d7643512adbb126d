/// One of the four panes, or the replay that takes the place of all.
package enum Pane: Int, Sendable, CaseIterable {
  case replay
  case streams
  case events
  case payload
  case live

  /// Those that share a screen.
  package static let allCases: [Pane] = [.streams, .events, .payload, .live]

  /// The name as the title has it.
  var title: String {
    switch self {
    case .streams: "Streams"
    case .events: "Events"
    case .payload: "Payload"
    case .live: "Live"
    case .replay: "Replay"
    }
  }
}
