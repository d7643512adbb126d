/// Where things lie in a store's folder.
///
/// ```
/// events/<id>.json            {"id":…,"type":…,"payload":base64}
/// streams/<name>/<id>.json    symbolic link, text exactly ../../events/<id>.json
/// ```
package enum StoreLayout {
  /// The folder of the events.
  package static let events = "events"
  /// The folder of the streams.
  package static let streams = "streams"
  /// What the text of every link begins with.
  static let linkPrefix: [UInt8] = Array("../../events/".utf8)
}
