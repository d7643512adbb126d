/// Where things lie in a store's folder.
///
/// ```
/// events/<id>.json            {"id":…,"type":…,"payload":base64}
/// streams/<name>/<id>.json    symbolic link, text exactly ../../events/<id>.json
/// .livenstore/ledger          the order in which events and links arrived
/// .livenstore/names           the names of types and streams in the ledger
/// .livenstore/times           when the folders were last compared with the ledger
/// .livenstore/totals          what the ledger's first rows add up to
/// .livenstore/intents/        appends that are under way
/// .livenstore/snapshots/      what aggregates were at some version
/// .livenstore/quarantine/     what `repair` moved aside
/// ```
package enum StoreLayout {
  /// The folder of the events.
  package static let events = "events"
  /// The folder of the streams.
  package static let streams = "streams"
  /// The folder of what is not in the seed's layout.
  package static let inner = ".livenstore"
  /// The folder of appends that are under way.
  package static let intents = "intents"
  /// The folder of what `repair` moved aside.
  package static let quarantine = "quarantine"
  /// The folder of what aggregates were at some version.
  static let snapshots = "snapshots"
  static let ledger = "ledger"
  /// The same for who looks at it before each row.
  static let ledgerName: StaticString = "ledger"
  static let names = "names"
  static let times = "times"
  static let totals = "totals"
  /// What the text of every link begins with.
  static let linkPrefix: [UInt8] = Array("../../events/".utf8)
}
