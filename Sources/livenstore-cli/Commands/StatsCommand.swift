import ArgumentParser
import LivenStore

/// Counts what is in a store.
struct StatsCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count events, links, streams and types, and what room is left.",
    discussion: """
      EXAMPLES
        livenstore stats shop-data
        livenstore stats shop-data --json | jq .types
      """)

  @OptionGroup var store: StoreArgument
  @OptionGroup var ledger: LedgerAccess
  @Flag(help: "Print JSON lines.") var json = false

  func perform() throws {
    let store = try store.open()
    let totals = try ledger.isReady(store) ? store.ledgerTotals() : nil
    let stats = StoreStatistics(try totals ?? store.countedTotals(), room: store.room)
    var output = OutputBuffer()
    if json { output.line(stats.json) } else { for line in stats.lines { output.line(line) } }
    output.flush()
  }
}
