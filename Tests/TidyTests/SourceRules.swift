import Foundation

/// The rules of the sources that a script can see, as functions of a text.
struct SourceRules {
  /// Which modules each module may import; `Glibc` and `Darwin` only where libc is called.
  static let allowedImports: [String: Set<String>] = [
    "LivenStore": ["CSystem", "FoundationEssentials", "Synchronization", "Glibc", "Darwin"],
    "LivenStoreMacros": ["LivenStore"],
    "LivenStoreMacrosPlugin": [
      "SwiftCompilerPlugin", "SwiftDiagnostics", "SwiftSyntax", "SwiftSyntaxBuilder",
      "SwiftSyntaxMacros",
    ],
    "TerminalUI": [],
    "NcursesTerminal": ["CNcurses", "CSystem", "TerminalUI", "Glibc", "Darwin"],
    "StoreBrowser": ["LivenStore", "TerminalUI"],
    "LivenStoreBrowser": ["LivenStore", "NcursesTerminal", "StoreBrowser", "TerminalUI"],
    "livenstore-cli": ["ArgumentParser", "LivenStore", "LivenStoreBrowser", "TerminalUI"],
  ]

  static let maximumFileLines = 400
  static let maximumTestFileLines = 600
  static let maximumFunctionLines = 70

  /// What is wrong with a file; `path` is relative to the package.
  static func problems(in text: String, path: String) -> [String] {
    let parts = path.split(separator: "/").map(String.init)
    let isTest = parts.first == "Tests"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let limit = isTest ? maximumTestFileLines : maximumFileLines
    var problems: [String] = []
    if lines.count > limit { problems.append("\(path): \(lines.count) lines, over \(limit)") }
    if !isTest {
      problems += importProblems(lines, module: parts.dropFirst().first ?? "", path: path)
    }
    problems += functionProblems(lines, path: path) + wordProblems(lines, path: path)
    return problems
  }

  static func importedModule(_ line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    let isStatement = line.first.map { $0.isLetter || $0 == " " } ?? false
    guard isStatement, let index = words.firstIndex(of: "import"), index < 2,
      words.count == index + 2, words[index + 1].allSatisfy({ $0.isLetter })
    else { return nil }
    return words[index + 1]
  }

  private static func importProblems(_ lines: [String], module: String, path: String) -> [String] {
    let allowed = allowedImports[module]
    return lines.compactMap(importedModule).compactMap { name in
      guard let allowed else { return "\(path): no rule for the module \(module)" }
      // Where there is no FoundationEssentials, who needs it takes the whole.
      if name == "Foundation", lines.contains("#if canImport(FoundationEssentials)") { return nil }
      if !allowed.contains(name) { return "\(path): \(module) must not import \(name)" }
      let isLibc = name == "Glibc" || name == "Darwin"
      return isLibc && module == "LivenStore" && !path.contains("/Disk/")
        && !path.contains("/Changes/ChangeNotifier")
        ? "\(path): libc is called in Disk/ only" : nil
    }
  }

  private static func functionProblems(_ lines: [String], path: String) -> [String] {
    var problems: [String] = []
    for (index, line) in lines.enumerated()
    where line.contains("func ") && line.hasSuffix("{")
      || line.contains("init(") && line.hasSuffix("{")
    {
      let indent = line.prefix { $0 == " " }.count
      let end = lines[(index + 1)...].firstIndex {
        $0.hasPrefix(String(repeating: " ", count: indent) + "}")
      }
      let length = (end ?? index) - index + 1
      if length > maximumFunctionLines {
        problems.append(
          "\(path):\(index + 1): \(length) lines in a function, over \(maximumFunctionLines)")
      }
    }
    return problems
  }

  private static let bannedWords = [
    "@testable", "@unchecked Sendable", "try!", "as!", "TODO", "FIXME", "XXX",
  ]

  private static func wordProblems(_ lines: [String], path: String) -> [String] {
    guard !path.hasPrefix("Tests/TidyTests") else { return [] }
    return lines.enumerated().flatMap { index, line in
      bannedWords.filter { line.contains($0) }.map { "\(path):\(index + 1): \($0)" }
    }
  }
}
