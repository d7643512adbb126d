internal import LivenStore

/// What is not as it should be: what the watcher came across, and what `verify` found beyond it.
struct ProblemList: Sendable {
  private(set) var all: [StoreProblem] = []
  private var ofCatalog: [StoreProblem] = []
  private var verified: [StoreProblem] = []

  mutating func refresh(_ catalog: StoreCatalog) {
    guard catalog.problems != ofCatalog else { return }
    ofCatalog = catalog.problems
    merge()
  }

  /// Takes in what a run of `verify` has found up to now, in place of the run before.
  mutating func take(verified problems: [StoreProblem]) {
    verified = problems
    merge()
  }

  /// A file that both know of stands once.
  private mutating func merge() {
    let known = Set(ofCatalog.map(ProblemList.place))
    all = ofCatalog + verified.filter { !known.contains(ProblemList.place($0)) }
  }

  private static func place(_ problem: StoreProblem) -> [String] {
    guard let id = problem.id else { return [problem.subject] }
    return [id.description, problem.stream?.description ?? ""]
  }

  /// The rows of the tree: where there are problems, with how many.
  var nodes: [StreamNode] {
    Dictionary(grouping: all, by: ProblemList.root).sorted { $0.key < $1.key }.map {
      root, problems in
      .problem(
        root, errors: problems.count { $0.level == .error },
        warnings: problems.count { $0.level == .warning })
    }
  }

  /// The stream, or the first part of the path.
  static func root(_ problem: StoreProblem) -> String {
    if let stream = problem.stream { return stream.description }
    let parts = problem.subject.split(separator: "/")
    return parts.count > 1 && parts[0] == "streams"
      ? String(parts[1]) : parts.first.map(String.init) ?? "."
  }
}
