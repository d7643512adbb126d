import ArgumentParser
import LivenStore

/// Copies a store into another one.
struct CopyCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Copy a store's events and streams into another store.",
    discussion: """
      Events come in the order of arrival and keep their ids, so that a copy may be run again: what is
      there is left alone. What cannot be read is told and left out; the exit status is 1 then.

      EXAMPLES
        livenstore copy shop-data backup
        livenstore copy go-data shop-data
      """)

  @Argument(help: "The store to read.", completion: .directory) var from: String
  @Argument(help: "The store to write; created if it is not there.", completion: .directory)
  var to: String
  @OptionGroup var ledger: LedgerAccess
  @OptionGroup var writing: WritableStore

  func perform() throws {
    let source = try JSONEventStore(opening: from)
    let target = try writing.open(to, durability: .buffered)
    let rows = try EventSelection(
      types: [], stream: nil, after: nil, last: nil, ledger: ledger
    ).rows(of: source)
    var progress = Progress(totalBytes: nil)
    var (events, links, failures) = (0, 0, 0)
    for (index, row) in rows.enumerated() {
      do throws(EventStoreError) {
        if try target.append(try source.read(row.id)).isNew { events += 1 }
        for stream in row.streams where try target.link(row.id, to: stream) { links += 1 }
      } catch {
        guard error.code == .corruptEvent || error.code == .duplicateEvent else { throw error }
        failures += 1
        Diagnostics.warn(error.message)
      }
      progress.show(count: index, of: rows.count, "copying events")
    }
    for stream in try source.streams() where stream.version == 0 { try target.make(stream.name) }
    try target.synchronize()
    progress.clear()
    StandardStream.error.write(Array("Copied \(events) events, \(links) links.\n".utf8))
    if failures > 0 { throw ExitCode(1) }
  }
}
