extension StoreVerifier {
  /// The earliest and the latest time that an id should tell: the year 1990, and tomorrow.
  private static let earliestMilliseconds: Int64 = 631_152_000_000
  private static let dayMilliseconds: Int64 = 86_400_000

  mutating func checkEvents() throws(EventStoreError) {
    var ids: [EventID] = []
    var others: [[UInt8]] = []
    do {
      try folder.disk.forEachName(in: folder.events.number) { name, _ in
        if let id = EventID(fileName: name) {
          ids.append(id)
        } else if name.count > 0 {
          others.append(name.indices.map { name[$0] })
        }
      }
    } catch {
      throw .failed("list the events", "\(path)/\(StoreLayout.events)", error)
    }
    for name in others { checkOther(name, in: [StoreLayout.events]) }
    ids.sort()
    checkCases(ids)
    var sound: [EventID] = []
    for (index, id) in ids.enumerated() {
      guard !stop.isSet else { return }
      if check(id) { sound.append(id) } else { unsoundIDs.insert(id) }
      if index % 1_024 == 0 { progress(index, ids.count) }
    }
    soundIDs.take(sound)
  }

  /// Looks at a name that is no event's: a temporary file, or something foreign.
  func checkOther(_ name: [UInt8], in parent: [String]) {
    let text = String(decoding: name, as: UTF8.self)
    let subject = (parent + [text]).joined(separator: "/")
    if name.first == UInt8(ascii: ".") {
      let isOurs = name.suffix(4).elementsEqual(".tmp".utf8)
      let remedy = isOurs ? Remedy.dropTemporary(folder: parent, name: name) : nil
      return found(
        "V17", .info, subject,
        isOurs ? "is a file that a writer left" : "is not one of ours", remedy)
    }
    let isStrange = NameRules.problem(with: name) != nil
    found(
      isStrange ? "V19" : "V04", isStrange ? .warning : .error, subject,
      NameRules.problem(with: name) ?? "is no event's name: 1–31 of 0-9 A-Z a-z _ - and .json",
      .quarantine(folder: parent, name: name))
  }

  private func checkCases(_ ids: [EventID]) {
    var folded: [String: EventID] = [:]
    for id in ids where id.description.contains(where: \.isLowercase) {
      let upper = id.description.uppercased()
      let other = folded.updateValue(id, forKey: upper)
      let twin = other ?? EventID(exactly: Array(upper.utf8).span)
      guard let twin, twin != id, other != nil || ids.holdsSorted(twin) else { continue }
      found(
        "V09", .error, "events/\(id).json", "differs from events/\(twin).json in case only")
    }
  }

  /// Whether an event's file is sound.
  private func check(_ id: EventID) -> Bool {
    checkForm(id)
    let subject = "events/\(id).json"
    let remedy = Remedy.quarantine(folder: [StoreLayout.events], name: id.fileNameBytes)
    do throws(ReadProblem) {
      let report = try folder.inspect(id)
      if report.nameCount > 1 {
        found("V11", .warning, subject, "has \(report.nameCount) names: an append was not finished")
      }
      for remark in report.remarks { found(remark.code, remark.level, subject, remark.message) }
      return true
    } catch {
      switch error {
      // A failed read says nothing of what is on the device: such a file is never moved.
      case .system(.tooManyLinks):
        found("V03", .error, subject, "is a symbolic link, not a file", remedy)
      case .system(.noSuchDevice): found("V03", .error, subject, "is not a regular file", remedy)
      case .system(let errno): found("V03", .error, subject, "cannot be read: \(errno)")
      default: found(error.check, .error, subject, error.sentence, remedy)
      }
      return false
    }
  }

  private func checkForm(_ id: EventID) {
    let subject = "events/\(id).json"
    guard id.ulid.map({ EventID($0) == id }) ?? false else {
      return found("V04", .warning, subject, "is named by no ULID in upper case")
    }
    guard let time = id.timeMilliseconds else { return }
    let now = Int64(SystemClock.unixMilliseconds())
    if time < StoreVerifier.earliestMilliseconds {
      found("V10", .warning, subject, "says that it was made before the year 1990")
    } else if time > now + StoreVerifier.dayMilliseconds {
      found("V10", .warning, subject, "says that it was made after tomorrow")
    }
  }
}

extension ReadProblem {
  fileprivate var check: String {
    switch self {
    case .system, .notAFile: "V03"
    case .tooLarge: "V05"
    case .envelope(let problem):
      switch problem.part {
      case .size: "V05"
      case .syntax: "V06"
      case .members: "V07"
      case .payload: "V08"
      }
    }
  }
}
