/// Why an event's file could not be read as an event.
enum ReadProblem: Error {
  case system(Errno)
  case notAFile
  case tooLarge(bytes: Int, limit: Int)
  case envelope(EnvelopeProblem)

  /// Whether another look, a moment later, may find more.
  var mayBeUnfinished: Bool {
    if case .envelope(let problem) = self { problem.mayBeUnfinished } else { false }
  }

  /// The problem as the end of a sentence that names the file.
  var sentence: String {
    switch self {
    case .system(let errno): "cannot be read: \(errno)"
    case .notAFile: "is not a regular file"
    case .tooLarge(let bytes, let limit): "has \(bytes) bytes, over the limit of \(limit)"
    case .envelope(let problem): problem.sentence
    }
  }

  /// The same as an error of the library.
  func error(for id: EventID) -> EventStoreError {
    switch self {
    case .system(.notFound): .unknownEvent(id)
    case .system(let errno): .failed("read the event", "events/\(id).json", errno)
    case .notAFile: .corrupt(id, "is not a regular file")
    case .tooLarge(let bytes, let limit): .tooLarge("events/\(id).json", bytes: bytes, limit: limit)
    case .envelope(let problem): .corrupt(id, problem.sentence)
    }
  }
}
