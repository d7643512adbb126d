import ArgumentParser
import LivenStore
import TerminalUI

/// A command that ends with one sentence and exit code 1 where it is refused.
protocol Refusable: ParsableCommand {
  func perform() throws
}

extension Refusable {
  func run() throws {
    StandardStream.handleSignals()
    do {
      try perform()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      let sentence = TextSanitizer.sanitized("livenstore: \(error)")
      StandardStream.error.write(Array((sentence + "\n").utf8))
      throw ExitCode(1)
    }
  }
}

/// Why a command is refused, in one sentence.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
