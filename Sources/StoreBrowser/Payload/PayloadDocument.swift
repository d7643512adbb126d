internal import LivenStore
internal import TerminalUI

/// A payload as lines that fold: a JSON tree, text, or hexadecimal.
package struct PayloadDocument: Sendable {
  /// What is shown.
  package enum Kind: String, Sendable, CaseIterable {
    case json
    case text
    case hex
  }

  /// The most bytes that are shown.
  package static let maximumShownBytes = 1 << 20
  /// The most characters of a line; of a text the rest stands on the next one.
  static let longestLine = 1 << 16
  /// The most that are made ready where a line takes one row.
  static let longestUnwrappedLine = 1 << 12

  package private(set) var kind: Kind
  /// Why something else than expected is shown.
  package private(set) var notice: String?
  /// The line that is chosen.
  package private(set) var cursor = 0
  let payload: [UInt8]
  var nodes: [PayloadNode] = []
  /// How many bytes a line of the hexadecimal view holds.
  private var rowBytes = 16
  /// The nodes that show, or the lines' starts.
  var shown: [Int] = []

  /// Takes a payload and shows it as what it is.
  package init(payload: [UInt8]) {
    self.payload = payload
    kind = .text
    if payload.isEmpty {
      notice = "The payload is empty."
    } else if payload.count > PayloadDocument.maximumShownBytes {
      notice = "Payload \(CountText.bytes(payload.count)), showing the first 1 MB."
    } else if let value = try? JSONParser.parse(payload) {
      kind = .json
      nodes = PayloadTree.nodes(of: value)
    } else if !PayloadDocument.isText(payload) {
      kind = .hex
      notice = "Payload is not JSON. \(CountText.counted(payload.count, "byte")) as hex."
    } else {
      notice = "Payload is not JSON. \(CountText.counted(payload.count, "byte")) as text."
    }
    layOut()
  }

  /// Takes bytes that stand in an event's file and are no event.
  package init(bytes: [UInt8], problem: String) {
    payload = bytes
    kind = PayloadDocument.isText(bytes) ? .text : .hex
    notice = problem
    layOut()
  }

  /// Whether bytes are UTF-8 without controls but white space.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.elementsEqual(bytes)
      && !text.unicodeScalars.contains { $0.value < 0x20 && !"\n\r\t".unicodeScalars.contains($0) }
  }

  /// Shows the payload another way; JSON only if it is.
  package mutating func show(as kind: Kind) {
    guard kind != .json || !nodes.isEmpty else { return }
    self.kind = kind
    cursor = 0
    layOut()
  }

  /// What it is shown as next.
  var nextKind: Kind {
    let kinds = Kind.allCases.filter { $0 != .json || isJSON }
    return kinds[((kinds.firstIndex(of: kind) ?? 0) + 1) % kinds.count]
  }

  /// Whether the payload can be shown as a tree.
  package var isJSON: Bool { !nodes.isEmpty }

  package var lineCount: Int { shown.count }

  /// Chooses a line, the nearest there is.
  package mutating func go(to line: Int) { cursor = max(0, min(line, lineCount - 1)) }

  package mutating func move(by lines: Int) { go(to: cursor + lines) }

  /// Has a line of the hexadecimal view hold as many bytes as fit with their text: 16, 8 or 4.
  mutating func fit(columns: Int) {
    // The offset and its gap; two digits and a gap a byte, another gap, and a character a byte.
    let fitting = [16, 8].first { 11 + $0 * 4 <= columns } ?? 4
    guard fitting != rowBytes else { return }
    let byte = cursor * rowBytes
    rowBytes = fitting
    guard kind == .hex else { return }
    layOut()
    go(to: byte / rowBytes)
  }

  mutating func layOut() {
    let bytes = payload.prefix(PayloadDocument.maximumShownBytes)
    switch kind {
    case .json: shown = PayloadTree.visible(nodes)
    case .hex: shown = Array(stride(from: 0, to: bytes.count, by: rowBytes))
    case .text:
      shown = bytes.isEmpty ? [] : PayloadDocument.lineStarts(bytes)
    }
    go(to: cursor)
  }

  private static func lineStarts(_ bytes: ArraySlice<UInt8>) -> [Int] {
    var starts = [0]
    var start = 0
    for (index, byte) in bytes.enumerated() {
      if index - start >= longestLine, byte & 0xC0 != 0x80, byte != 0x0A {
        start = index
      } else if byte == 0x0A, index + 1 < bytes.count {
        start = index + 1
      } else {
        continue
      }
      starts.append(start)
    }
    return starts
  }

  /// A line as it shows, with `limit` characters of its value at most.
  func line(at index: Int, limit: Int = longestUnwrappedLine) -> PayloadLine {
    switch kind {
    case .json: jsonLine(nodes[shown[index]], limit)
    case .text: plainLine(textLine(index, limit))
    case .hex: plainLine(hexLine(shown[index]))
    }
  }

  private func plainLine(_ text: DisplayText) -> PayloadLine {
    PayloadLine(depth: 0, isFolded: nil, key: "", keyColumn: .none, value: text)
  }

  private func jsonLine(_ node: PayloadNode, _ limit: Int) -> PayloadLine {
    PayloadLine(
      depth: node.depth, isFolded: node.childCount > 0 ? node.isFolded : nil,
      key: DisplayText(node.key.text), keyColumn: node.keyColumn,
      value: DisplayText(node.valueText(limit: limit)))
  }

  private func textLine(_ index: Int, _ limit: Int) -> DisplayText {
    let start = shown[index]
    var end = min(payload.count, PayloadDocument.maximumShownBytes)
    if index + 1 < shown.count { end = shown[index + 1] }
    if payload[start..<end].last == 0x0A { end -= 1 }
    if limit < PayloadDocument.longestLine { end = min(end, start + limit) }
    let bytes = payload[start..<end]
    return DisplayText(
      String(decoding: bytes, as: UTF8.self).split(
        separator: "\t", omittingEmptySubsequences: false
      ).joined(separator: "    "))
  }

  private func hexLine(_ start: Int) -> DisplayText {
    let bytes = payload[start..<min(start + rowBytes, payload.count)]
    let digits = bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    let offset = String(start, radix: 16)
    let text = bytes.map { (0x20...0x7E).contains($0) ? Character(Unicode.Scalar($0)) : "." }
    let hex = digits.joined(separator: " ")
    return DisplayText(
      String(repeating: "0", count: max(0, 8 - offset.count)) + offset + "  " + hex
        + String(repeating: " ", count: rowBytes * 3 + 1 - hex.count) + String(text))
  }
}
