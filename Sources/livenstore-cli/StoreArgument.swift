import ArgumentParser
import LivenStore

/// The store of a command whose only positional argument it is.
struct StoreArgument: ParsableArguments {
  @Argument(help: "The store's folder; else $LIVENSTORE, else ./data.", completion: .directory)
  var store: String?

  /// The folder.
  var path: String { store ?? Environment.value(of: "LIVENSTORE") ?? "data" }

  /// Opens the store and creates nothing.
  func open() throws -> JSONEventStore { try JSONEventStore(opening: path) }
}
