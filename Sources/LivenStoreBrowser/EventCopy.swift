internal import LivenStore
internal import StoreBrowser
internal import TerminalUI

/// A copy of an event in the person's editor or pager; the copy cannot be written to and does not stay.
struct EventCopy {
  let store: JSONEventStore

  /// Shows it until the program ends; returns a sentence if that failed.
  func show(_ id: EventID, _ streams: [StreamName], on terminal: any Terminal) -> String? {
    let bytes: [UInt8]
    do throws(EventStoreError) {
      bytes = EventCopy.bytes(of: try store.readRecord(id), streams)
    } catch { return error.message }
    do throws(Errno) {
      let folder = try TemporaryFolder()
      let path = try folder.add(bytes, name: "\(id).json")
      let (name, command) = EventCopy.program
      return sentence(terminal.run(command + " \"$1\"", argument: path), name)
    } catch { return "A copy of the event cannot be made: \(error)." }
  }

  private func sentence(_ status: Int32, _ name: String) -> String? {
    switch status {
    case 0: nil
    case 126, 127: "'\(name)' cannot be run: set VISUAL, EDITOR or PAGER to a program that can."
    case 129...: "'\(name)' was ended by signal \(status - 128)."
    default: "'\(name)' ended with status \(status)."
    }
  }

  /// What the person has chosen, else what there is, as the shell takes it.
  private static var program: (name: String, command: String) {
    let chosen = ["VISUAL", "EDITOR", "PAGER"].lazy.compactMap { Environment.value(of: $0) }.first
    return chosen.map { ($0, $0) } ?? ("less", "$(command -v less || echo more)")
  }

  /// The event as JSON for people; of a file that holds none, its bytes.
  private static func bytes(of record: EventRecord, _ streams: [StreamName]) -> [UInt8] {
    guard let event = record.event else { return record.bytes }
    var value = EventJSON.value(event, streams: streams)
    let text = String(decoding: event.payload, as: UTF8.self)
    if case .object(let members) = value, value["payload"] == nil,
      text.utf8.elementsEqual(event.payload)
    {
      // Text is for people as it is, base 64 is not.
      value = .object(members.dropLast() + [JSONMember(name: "payload_text", value: .string(text))])
    }
    return JSONWriter.indentedBytes(of: value)
  }
}
