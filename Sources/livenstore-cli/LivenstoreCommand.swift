import ArgumentParser

/// The command `livenstore`.
@main
struct LivenstoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "livenstore",
    abstract: "An event store that is a folder of plain files.",
    discussion: """
      STORE is a folder. Where it may be left out, it is $LIVENSTORE, else ./data.

      EXAMPLES
        livenstore shop-data                     browse a store
        livenstore demo shop-data --rate 5       make one that lives
        livenstore tail shop-data                see what happens, across processes
        git log … | livenstore import shop-data  see Resources/Examples
      """,
    version: "livenstore 0.1",
    subcommands: [
      BrowseCommand.self, AppendCommand.self, ReadCommand.self, EventsCommand.self,
      StreamsCommand.self, LinkCommand.self, ImportCommand.self, ExportCommand.self,
      TailCommand.self, ReplayCommand.self, BlameCommand.self, BisectCommand.self,
      StatsCommand.self, VerifyCommand.self, RepairCommand.self,
      CopyCommand.self, DemoCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)

  static func main() {
    // The parser would take the next word for the value, such as the payload behind --stream=$EMPTY.
    let options = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
    if let empty = options.first(where: { $0.hasPrefix("--") && $0.hasSuffix("=") }) {
      exit(withError: ValidationError("'\(empty)' has no value behind it."))
    }
    main(nil)
  }
}
