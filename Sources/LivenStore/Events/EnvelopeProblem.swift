/// Why a file is no event, as the end of a sentence that names the file.
struct EnvelopeProblem: Error, Sendable {
  /// What part of the file it concerns.
  enum Part: Sendable { case size, syntax, members, payload }

  let sentence: String
  let part: Part
  /// The file may be one that another writer has not finished yet.
  let mayBeUnfinished: Bool

  init(_ sentence: String, in part: Part = .members, mayBeUnfinished: Bool = false) {
    self.part = part
    self.sentence = sentence
    self.mayBeUnfinished = mayBeUnfinished
  }
}
