import ArgumentParser
import LivenStore

/// Links an event into a stream.
struct LinkCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Link a stored event into a stream.",
    discussion: """
      Linking again what is linked is no error.

      EXAMPLES
        livenstore link shop-data 01HX7Y8K9M2N3P4Q5R6S7T8V9W payments
      """)

  @Argument(help: "The store's folder.", completion: .directory) var store: String
  @Argument(help: "The event's id.") var id: String
  @Argument(help: "The stream.") var stream: String
  @OptionGroup var writing: WritableStore

  func perform() throws {
    let store = try writing.openThere(store)
    try store.link(try EventID(validating: id), to: try StreamName(validating: stream))
  }
}
