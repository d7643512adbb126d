package import LivenStore
package import TerminalUI

/// What can happen to the browser.
package enum BrowserMessage: Sendable {
  case key(Key)
  case paste(String)
  /// What was done with the mouse at a moment in Unix milliseconds.
  case mouse(MouseEvent, atMilliseconds: Int64)
  case resized(Size)
  /// What the watcher found, at a moment in Unix milliseconds.
  case changes([CatalogChange], atMilliseconds: Int64)
  case recordRead(EventRecord)
  case recordFailed(EventID, String)
  /// Which rows of a scan's last part hold what is looked for.
  case scanned(number: Int, hits: [UInt32])
  case verified(VerificationReport)
  /// What a replay asked for.
  case replay(ReplayAnswer)
  /// What had arrived by a position.
  case positionsRead(upTo: Int, Set<EventID>)
  /// Time goes on.
  case tick(milliseconds: Int64)
  /// An effect has something to say.
  case note(String)
}

/// What the browser asks of the world.
package enum BrowserEffect: Sendable, Hashable {
  case readRecord(EventID)
  case saveScreen(String)
  /// Look through some events behind the screen.
  case scan(ScanRequest)
  /// Put bytes on the clipboard of the person's terminal.
  case copy([UInt8])
  /// Write events as JSON lines into a file that is not there yet.
  case export([ScanRequest.Candidate], path: String)
  /// Work for the desk of replays.
  case replay(ReplayRequest)
  /// Write bytes into a file that is not there yet.
  case save([UInt8], what: String, path: String)
  /// Look up what had arrived by a position.
  case readPositions(upTo: Int)
  /// End what runs behind the screen: reading the types of a large store.
  case stopWork
  /// Compare what is known with the folders.
  case refresh
  /// Look at every file of the store, behind the screen.
  case verify
  case stopVerifying
  /// Show a copy of an event in the person's editor or pager.
  case showCopy(EventID, streams: [StreamName])
  /// Have the terminal report the mouse, or not.
  case useMouse(Bool)
  case redraw
  case suspend
  case quit
}
