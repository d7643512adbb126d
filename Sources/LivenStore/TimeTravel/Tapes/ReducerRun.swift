import Synchronization

/// A reducer at work: it is given its lines, and asked for a state at a time.
package final class ReducerRun {
  private let reducer: Reducer
  private let count: Int
  private var shell: ShellCommand
  private var answered = 0
  private var silentSince = SystemClock.monotonicNanoseconds()

  /// Starts the program.
  ///
  /// - Throws: ``EventStoreError`` of code `reducerFailed`.
  package init(
    _ reducer: Reducer, count: Int, line: @escaping @Sendable (Int) -> [UInt8]?
  ) throws {
    self.reducer = reducer
    self.count = count
    let next = Atomic<Int>(0)
    shell = try reducer.start {
      let index = next.add(1, ordering: .relaxed).oldValue
      return index < count ? line(index).map { $0 + [0x0A] } : nil
    }
  }

  /// The next state; `nil` if it does not come within a time, which may be short.
  ///
  /// - Throws: ``EventStoreError`` of code `reducerFailed`, also if it was silent for all that it may be.
  package func next(timeoutMilliseconds: Int32) throws -> [UInt8]? {
    let line: [UInt8]
    do throws(ShellCommand.Ending) {
      line = try shell.nextLine(timeoutMilliseconds: timeoutMilliseconds)
    } catch {
      let silence = (SystemClock.monotonicNanoseconds() - silentSince) / 1_000_000
      if error == .silent, silence < UInt64(reducer.timeoutMilliseconds) { return nil }
      throw reducer.failure(
        reducer.sentence(error, "\(answered) of \(count) events", shell.lastErrors))
    }
    answered += 1
    silentSince = SystemClock.monotonicNanoseconds()
    do { _ = try JSONParser.parse(line) } catch {
      throw reducer.failure("answered event \(answered) with a line that is \(error)")
    }
    return line
  }
}
