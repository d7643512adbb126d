package import LivenStore
package import TerminalUI

/// The whole state of the browser: a value that messages change and that draws itself on cells.
package struct BrowserModel: Sendable {
  /// What is in the store.
  package internal(set) var catalog = StoreCatalog()
  /// The store's name in the breadcrumb.
  package let title: String
  package internal(set) var size: Size
  package internal(set) var focus: Pane = .events
  package internal(set) var isZoomed = false
  package internal(set) var settings: Settings

  var streamsPane = StreamsPane()
  var eventsPane = EventsPane()
  var payloadPane = PayloadPane()
  var livePane = LivePane()
  /// The pane that shows where there is room for one of payload and live.
  var lowerPane: Pane = .payload
  var commandLine: CommandPrompt?
  var histories: [CommandPrompt.Kind: [String]] = [:]
  var help: HelpScreen?
  /// What is offered beside the panes: the streams of an event, what can be copied.
  var choice: ChoiceScreen?
  /// The stream that is replayed, in the place of the panes.
  var replay: ReplayView?
  /// What there is to replay by.
  package internal(set) var replaySources: ReplaySources
  /// How many lists of entries replays had: the number of the last one.
  var replayCount = 0
  /// The stream to replay once the store is known.
  var awaitedReplay: StreamName?
  /// Lines to run once the store is known.
  package var awaitedLines: [String] = []
  /// What is there now, while another moment shows.
  var present: Present?
  /// The search in the list of events.
  var search: EventSearch?
  /// What is looked for, marked where it shows.
  var highlight: TextPattern?
  var lastSearch: String?
  /// How many scans there were: the number of the last one.
  var scanCount = 0
  var marks: Set<EventID> = []
  /// The last click and its moment, to know a double click.
  var lastClick: (event: MouseEvent, milliseconds: Int64)?
  /// A session that is not all on the screen yet.
  var restoring: SessionRestoring?
  /// What the person's settings say, to which a session tells the difference.
  var configured = (isNewestFirst: false, timeFormat: TimeFormat.local)
  /// A sentence in the status line, until the next key.
  var note: String?
  var pendingCount = PendingCount()
  var places = Places()
  var watchMode: WatchMode?
  var isGone = false
  /// Whether a person has asked to compare with the folders.
  var isComparing = false
  /// Where the payload that shows was opened from.
  var paneOfPayload = Pane.events
  var problems = ProblemList()
  /// What the last run of `verify` found, and how far it is while it runs.
  var verifiedProblems: [StoreProblem] = []
  var verification: VerificationReport?
  var nowMilliseconds: Int64 = 0

  package init(
    title: String, size: Size, settings: Settings = Settings(),
    replaySources: ReplaySources = ReplaySources(), replaying stream: StreamName? = nil
  ) {
    self.title = title
    self.replaySources = replaySources
    awaitedReplay = stream
    self.size = size
    self.settings = settings
    layOut()
  }

  /// The event that is chosen in the pane that has the focus.
  var chosenID: EventID? {
    guard focus == .live, livePane.lineCount > 0 else { return eventsPane.chosenID }
    return catalog.id(at: livePane.row(atLine: livePane.viewport.cursor))
  }

  /// How many streams of a category show before the rest is one row.
  var streamPreview: Int { size.height >= 30 ? 5 : 3 }

  /// Whether something on the screen changes as time goes by.
  package var needsTicks: Bool {
    settings.timeFormat == .ago || StatusText(model: self).tellsAge
      || livePane.rate(atMilliseconds: nowMilliseconds) > 0
      || layout.typeCounts != nil && !livePane.typeCounts(atMilliseconds: nowMilliseconds).isEmpty
  }
}
