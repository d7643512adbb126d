/// Everything that a key can do; each has a name for `:` and for scripts.
package enum BrowserCommand: String, Sendable, CaseIterable {
  case down
  case up
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case first
  case last
  case scrollLeft = "scroll-left"
  case scrollRight = "scroll-right"
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case streams
  case events
  case payload
  case live
  case zoom
  case open
  case back
  case close
  case quit
  case stop
  case placeBack = "place-back"
  case placeForward = "place-forward"
  case previousEvent = "previous-event"
  case nextEvent = "next-event"
  case commandLine = "command-line"
  case search
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case nextOfType = "next-of-type"
  case previousOfType = "previous-of-type"
  case filter
  case streamsOfEvent = "streams-of-event"
  case copy
  case exportEvent = "export-event"
  case exportShown = "export-shown"
  case mark
  case nextMark = "next-mark"
  case previousMark = "previous-mark"
  case help
  case fold
  case unfold
  case foldSiblings = "fold-siblings"
  case unfoldSiblings = "unfold-siblings"
  case foldAll = "fold-all"
  case unfoldAll = "unfold-all"
  case nextSibling = "next-sibling"
  case previousSibling = "previous-sibling"
  case wrap
  case showAs = "show-as"
  case follow
  case pause
  case clear
  case replay
  case stepBack = "step-back"
  case stepOn = "step-on"
  case stepBackTen = "step-back-ten"
  case stepOnTen = "step-on-ten"
  case play
  case slower
  case faster
  case diff
  case pin
  case ignore
  case time
  case order
  case verify
  case edit
  case mouse
  case refresh
  case redraw
  case suspend

  /// What it does, for the help.
  var summary: String {
    switch self {
    case .down, .up: "one row"
    case .pageDown, .pageUp: "one page"
    case .halfPageDown, .halfPageUp: "half a page"
    case .first, .last: "first / last; 37G goes to row 37"
    case .scrollLeft, .scrollRight: "scroll sideways"
    case .nextPane, .previousPane: "next / previous pane"
    case .streams, .events, .payload, .live: "streams, events, payload, live"
    case .zoom: "zoom this pane"
    case .open: "open what is chosen"
    case .back: "back one step"
    case .close: "close the view; quit at the top"
    case .quit: "quit"
    case .stop: "stop running work, else quit"
    case .placeBack, .placeForward: "back / forward through places"
    case .previousEvent, .nextEvent: "previous / next event, payload open"
    case .commandLine: "command line, Tab completes"
    case .search: "search ids, types, streams, payloads"
    case .nextMatch, .previousMatch: "next / previous match, or the pin's change"
    case .nextOfType, .previousOfType: "next / previous event of the same type"
    case .filter: "only rows like type=Order* and .total>50"
    case .streamsOfEvent: "the streams that hold this event"
    case .copy: "copy the value, id, type, path, event …"
    case .exportEvent, .exportShown: "export this event / all shown, or the marks"
    case .mark: "mark this event, or unmark it"
    case .nextMark, .previousMark: "next / previous mark"
    case .help: "this help"
    case .fold, .unfold: "fold / unfold; Enter toggles"
    case .foldSiblings, .unfoldSiblings: "fold / unfold siblings"
    case .foldAll, .unfoldAll: "fold / unfold everything"
    case .nextSibling, .previousSibling: "next / previous sibling"
    case .wrap: "wrap long lines"
    case .showAs: "show as JSON, text, hex"
    case .follow: "follow new events on / off"
    case .pause: "pause / resume the live feed"
    case .clear: "clear the view (the store is untouched)"
    case .replay: "replay this stream, event by event"
    case .stepBack, .stepOn: "one event back / on"
    case .stepBackTen, .stepOnTen: "ten events back / on"
    case .play: "play / pause"
    case .slower, .faster: "play slower / faster"
    case .diff: "only what changed / the whole state"
    case .pin: "pin this field: n N go through its changes"
    case .ignore: "ignore this event here only, or no more"
    case .time: "time: local, UTC, ago, since previous"
    case .order: "oldest first / newest first"
    case .verify: "verify: look for damage in every file"
    case .edit: "read a copy in $VISUAL, $EDITOR or $PAGER"
    case .mouse: "mouse on / off: wheel, click, double click"
    case .refresh: "refresh: compare with the folders again"
    case .redraw: "draw everything again"
    case .suspend: "suspend; fg comes back"
    }
  }
}
