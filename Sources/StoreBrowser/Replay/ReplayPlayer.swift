/// Steps on by itself at a speed.
struct ReplayPlayer: Sendable {
  /// How fast: so many steps a second, or as it happened.
  enum Speed: Sendable, Hashable {
    case stepsPerSecond(Double)
    /// The time that lay between the events, at most ``ReplayPlayer/longestPauseMilliseconds``.
    case live

    var label: String {
      switch self {
      case .stepsPerSecond(let steps):
        steps < 1 ? "1/\(Int(1 / steps))x" : "\(Int(steps))x"
      case .live: "live"
      }
    }
  }

  static let longestPauseMilliseconds: Int64 = 2_000

  private static let speeds: [Speed] =
    [.live] + [0.25, 0.5, 1, 2, 4, 8, 16, 32].map { .stepsPerSecond($0) }

  private(set) var speed = Speed.stepsPerSecond(1)
  private(set) var isPlaying = false
  /// When the next step is due.
  private(set) var dueMilliseconds: Int64?

  mutating func play() { (isPlaying, dueMilliseconds) = (true, nil) }

  mutating func pause() { (isPlaying, dueMilliseconds) = (false, nil) }

  /// Takes the next speed, or the one before.
  mutating func change(by step: Int) {
    let place = (ReplayPlayer.speeds.firstIndex(of: speed) ?? 0) + step
    guard ReplayPlayer.speeds.indices.contains(place) else { return }
    speed = ReplayPlayer.speeds[place]
    dueMilliseconds = nil
  }

  /// Whether it is time for the next step, which comes `gap` milliseconds behind this one.
  mutating func isDue(atMilliseconds now: Int64, gap: Int64) -> Bool {
    guard isPlaying else { return false }
    let wait: Int64 =
      switch speed {
      case .stepsPerSecond(let steps): Int64(1_000 / steps)
      case .live: max(0, min(gap, ReplayPlayer.longestPauseMilliseconds))
      }
    guard let due = dueMilliseconds else {
      dueMilliseconds = now + wait
      return false
    }
    guard now >= due else { return false }
    dueMilliseconds = now + wait
    return true
  }
}
