import ArgumentParser
import LivenStore

/// Finds the events that set a value.
struct BlameCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "blame",
    abstract: "Print the events of a stream that changed a value of its state.",
    discussion: """
      EXAMPLES
        livenstore blame shop-data order-1001 .status
        livenstore blame shop-data order-1001 '.lines[0].quantity' --json
        livenstore blame shop-data user-42 .username --reducer 'python3 users.py'
      """)

  @OptionGroup var options: ReplayOptions
  @Argument(help: "Where the value stands in the state, such as .status or .lines[0].sku.")
  var path: String

  func perform() throws {
    guard let path = StatePath(path) else {
      throw Refusal("'\(path)' is no path: write it as .address.street or .lines[0].")
    }
    var output = OutputBuffer()
    var count = 0
    defer { output.flush() }
    try options.replay().forEachStep { step in
      guard path.value(in: step.before) != path.value(in: step.after) else { return true }
      count += 1
      print(step, path, &output)
      return true
    }
    if count == 0 { throw Refusal("No event of '\(options.stream)' changed \(path.text).") }
  }

  private func print(
    _ step: TimelineStep<JSONValue>, _ path: StatePath, _ output: inout OutputBuffer
  ) {
    let (old, new) = (path.value(in: step.before), path.value(in: step.after))
    guard options.json else {
      let change = StateChange(path: path.text, old: old, new: new)
      return output.line("\(StepText(step).headLine)  \(StepText.text(change))")
    }
    output.line(
      .object(
        step.head + [
          JSONMember(name: "old", value: old ?? .null),
          JSONMember(name: "new", value: new ?? .null),
        ]))
  }
}
