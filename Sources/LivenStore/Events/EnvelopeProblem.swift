/// Why a file is no event, as the end of a sentence that names the file.
struct EnvelopeProblem: Error, Sendable {
  let sentence: String
  /// The file may be one that another writer has not finished yet.
  let mayBeUnfinished: Bool

  init(_ sentence: String, mayBeUnfinished: Bool = false) {
    self.sentence = sentence
    self.mayBeUnfinished = mayBeUnfinished
  }
}
