internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  mutating func run(_ line: ReplayLine) -> [BrowserEffect] {
    switch line {
    case .replay(let name): return replayAgain(by: name)
    case .at(let time): return goInReplay(toTime: time)
    case .find(let condition): return findInReplay(condition)
    case .whatIf(let draft): return addDraft(draft)
    case .pin(let path): return pin(path)
    case .export(let part, let path): return exportFromReplay(part, to: path)
    case .reducer(let text):
      setReducer(text)
      return []
    case .asOf(let moment): return turn(to: moment)
    }
  }

  private mutating func setReducer(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      note = ":reducer takes CATEGORY = COMMAND, such as order = jq -nc -f order.jq"
      return
    }
    replaySources.reducers[parts[0]] = parts[1]
  }

  /// Goes to the last event until a time; a time of day is one of the day of the event here.
  private mutating func goInReplay(toTime text: String) -> [BrowserEffect] {
    guard let view = replay else { return noReplay() }
    guard let time = milliseconds(text, near: view.entry?.id.timeMilliseconds ?? 0) else {
      note = "'\(text)' is no time: write it as 2024-04-23T10:30:59Z, 2024-04-23 or 12:30."
      return []
    }
    let place = view.entries.partitioningIndex { entry in
      entry.id.timeMilliseconds.map { $0 > time } ?? false
    }
    if place == 0 { note = "The first event is later." }
    return goInReplay(to: max(1, place))
  }

  /// A moment as a person writes it, in the zone that is shown unless it tells its own.
  func milliseconds(_ text: String, near moment: Int64) -> Int64? {
    let text = text.replacing(" ", with: "T")
    let offset = Int64(settings.offset(at: moment)) * 60_000
    let day = Timestamp.rfc3339(milliseconds: moment + offset).prefix(10)
    return [text, "\(day)T\(text)"].lazy.compactMap {
      MomentText.milliseconds($0, offsetMinutes: settings.offset)
    }.first
  }

  /// Puts an event behind the one here that is stored nowhere.
  private mutating func addDraft(_ text: String) -> [BrowserEffect] {
    guard let view = replay, let entry = view.entry else { return noReplay() }
    let words = text.split(separator: " ", maxSplits: 1)
    guard let type = words.first else {
      guard view.edits.draftCount > 0 else {
        note = ":whatif takes TYPE JSON, such as OrderShipped {\"carrier\":\"PostNL\"}"
        return []
      }
      replay?.edits.removeDrafts()
      note = "The drafts are gone."
      return showReplayEntries()
    }
    let payload = words.count > 1 ? Array(words[1].utf8) : Array("{}".utf8)
    do { _ = try JSONParser.parse(payload) } catch {
      note = ":whatif \(type): the payload is \(error)"
      return []
    }
    replayCount += 1
    let id = ULID(
      milliseconds: UInt64(max(0, nowMilliseconds)), randomHigh: 0, randomLow: UInt64(replayCount))
    replay?.edits.add(
      Event(id: EventID(id), type: EventType(String(type)), payload: payload), behind: entry)
    note = "A draft: it is stored nowhere. i here or :whatif takes it away."
    return showReplayEntries(at: view.place + 1)
  }

  mutating func ignoreHere() -> [BrowserEffect] {
    guard let view = replay, let entry = view.entry else { return [] }
    replay?.edits.toggle(entry)
    if entry.isDraft {
      note = "The draft is gone."
    } else {
      note =
        entry.isIgnored
        ? "Applied again." : "Ignored, in this view only; i takes it back in."
    }
    return showReplayEntries(at: view.place)
  }

  /// The type of an entry as far as it is known.
  func type(of entry: ReplayEntry) -> EventType? {
    if case .draft(let event) = entry.source { return event.type }
    return catalog.row(of: entry.id).flatMap { catalog.type(at: $0) }
  }
}
