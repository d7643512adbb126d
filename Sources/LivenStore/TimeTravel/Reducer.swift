import Synchronization

/// A program of any language that events are replayed by: it reads an event a line and answers each with
/// a line, the state by then, both JSON.
///
/// All events are written at once, and its input is closed behind the last: a program that keeps its
/// answers in a buffer until its end serves as well as one that answers at once.
package struct Reducer: Sendable {
  /// The command, as a shell takes it.
  package let command: String
  /// How long it may take for an answer.
  package let timeoutMilliseconds: Int32

  package init(_ command: String, timeoutMilliseconds: Int32 = 10_000) {
    self.command = command
    self.timeoutMilliseconds = timeoutMilliseconds
  }

  /// Calls `body` with each event's number from 0 and the state after it, until it returns false.
  ///
  /// - Parameters:
  ///   - count: how many events there are.
  ///   - line: makes the line of an event, on another thread, as it is needed.
  ///   - body: gets the states.
  /// - Throws: ``EventStoreError`` of code `reducerFailed` if the program dies, is silent, or answers
  ///   what is no state, and what `body` throws.
  package func run(
    count: Int, line: @escaping @Sendable (Int) -> [UInt8]?,
    _ body: (Int, JSONValue) throws -> Bool
  ) throws {
    let next = Atomic<Int>(0)
    var shell = try start {
      let index = next.add(1, ordering: .relaxed).oldValue
      return index < count ? line(index).map { $0 + [0x0A] } : nil
    }
    for index in 0..<count {
      let state = try answer(&shell, index, of: count)
      guard try body(index, state) else { return }
    }
    try expectEnd(&shell, after: count)
  }

  /// A line more than there are events would mean that answers and events do not belong together.
  private func expectEnd(_ shell: inout ShellCommand, after count: Int) throws {
    do throws(ShellCommand.Ending) {
      _ = try shell.nextLine(timeoutMilliseconds: timeoutMilliseconds)
    } catch {
      // However it ends now, each event has its answer.
      return
    }
    throw failure(
      "answered more than a line an event: \(count) events, and a line behind the last one's")
  }

  func start(_ lines: @escaping @Sendable () -> [UInt8]?) throws -> ShellCommand {
    do {
      return try ShellCommand(command, lines: lines)
    } catch {
      throw failure("cannot be started: \(error)")
    }
  }

  private func answer(
    _ shell: inout ShellCommand, _ index: Int, of count: Int
  ) throws -> JSONValue {
    let line: [UInt8]
    do throws(ShellCommand.Ending) {
      line = try shell.nextLine(timeoutMilliseconds: timeoutMilliseconds)
    } catch {
      throw failure(sentence(error, "\(index) of \(count) events", shell.lastErrors))
    }
    do {
      return try JSONParser.parse(line)
    } catch {
      throw failure("answered event \(index + 1) with a line that is \(error)")
    }
  }

  func sentence(
    _ ending: ShellCommand.Ending, _ place: String, _ errors: [UInt8]
  ) -> String {
    switch ending {
    case .overlong:
      let limit = ShellCommand.maximumLineBytes >> 20
      return "answered with a line of over \(limit) MiB after \(place)"
    case .silent:
      return "was silent for \(timeoutMilliseconds / 1_000) s after \(place): "
        + "it must print a line of JSON for each line that it reads"
    case .ended(let status):
      let said = String(decoding: errors, as: UTF8.self).split(separator: "\n").last
      return "ended with status \(status) after \(place)" + (said.map { "; it said: \($0)" } ?? "")
    }
  }

  func failure(_ what: String) -> EventStoreError {
    EventStoreError(code: .reducerFailed, message: "The reducer '\(command)' \(what).")
  }
}
