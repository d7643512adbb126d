/// Numbers as people read them.
package enum CountText {
  /// A number with its thousands apart: `4,812`.
  package static func grouped(_ count: Int) -> String {
    let digits = Array(String(abs(count)))
    var text = count < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A number of things: `1 event`, `2 events`.
  package static func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    grouped(count) + " " + (count == 1 ? noun : plural ?? noun + "s")
  }

  /// A size: `212 bytes`, `48 kB`, `1.5 MB`.
  package static func bytes(_ count: Int) -> String {
    if count < 10_000 { return counted(count, "byte") }
    if count < 1_000_000 { return "\(count / 1_000) kB" }
    return "\(count / 1_000_000).\(count / 100_000 % 10) MB"
  }
}
