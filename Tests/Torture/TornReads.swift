import Foundation
import LivenStore

/// A writer that makes an event's name before its content, and a reader that looks at once.
struct TornReads {
  let store: String
  let count: Int

  func run() throws {
    let (store, folder) = (try JSONEventStore(opening: store), store + "/events/")
    let newest = Monitor<EventID?>(nil)
    let stop = StopFlag()
    let written = Monitor([EventID]())
    BackgroundThread.start(name: "writer") {
      while !stop.isSet {
        guard let id = try? ULIDGenerator.shared.next() else { return }
        newest.withLock { $0 = id }
        TornReads.write(id, to: folder)
        written.withLock { $0.append(id) }
      }
    }
    var (whole, unfinished, missing, corrupt) = (0, 0, 0, 0)
    for _ in 0..<count {
      guard let id = newest.withLock({ $0 }) else { continue }
      do throws(EventStoreError) {
        _ = try store.read(id)
        whole += 1
      } catch {
        switch error.code {
        case .unavailable: unfinished += 1
        case .notFound: missing += 1
        default: corrupt += 1
        }
      }
    }
    stop.set()
    let all = written.withLock { $0 }
    let lost = all.count { (try? store.read($0)) == nil }
    print(
      "\(count) reads: \(whole) whole, \(missing) before the name, \(unfinished) not complete yet; "
        + "\(corrupt) called corrupt; \(all.count) files, \(lost) unreadable at the end")
    exit(corrupt + lost == 0 ? 0 : 1)
  }

  /// As a program does that opens, writes and writes again.
  private static func write(_ id: EventID, to folder: String) {
    guard let file = unsafe fopen(folder + "\(id).json", "wx") else { return }
    for part in [#"{"id":"\#(id)","#, #""type":"Torn","payl"#, #"oad":"aGk="}"#] {
      unsafe fputs(part, file)
      unsafe fflush(file)
    }
    unsafe fclose(file)
  }
}
