import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("Moments")
struct TimestampTests {
  @Test(
    "known moments in RFC 3339, both ways",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (951_782_399_999, "2000-02-28T23:59:59.999Z"),
      (951_868_800_000, "2000-03-01T00:00:00.000Z"),
      (1_713_868_259_700, "2024-04-23T10:30:59.700Z"),
      (4_107_542_400_000, "2100-03-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    ])
  func rfc3339(milliseconds: Int64, text: String) {
    #expect(Timestamp.rfc3339(milliseconds: milliseconds) == text)
    #expect(Timestamp.milliseconds(rfc3339: text) == milliseconds)
  }

  @Test("random moments survive the way to text and back")
  func roundTrip() {
    var random = RepeatableRandom(seed: 3)
    for _ in 0..<2_000 {
      let time = Int64.random(in: 0..<(1 << 47), using: &random)
      #expect(Timestamp.milliseconds(rfc3339: Timestamp.rfc3339(milliseconds: time)) == time)
    }
  }

  @Test(
    "offsets count, nonsense does not",
    arguments: [
      ("2024-04-23T12:30:59+02:00", 1_713_868_259_000),
      ("2024-04-23t10:30:59.7z", 1_713_868_259_700),
    ])
  func offsets(text: String, milliseconds: Int64) {
    #expect(Timestamp.milliseconds(rfc3339: text) == milliseconds)
  }

  @Test(
    "refuses",
    arguments: [
      "", "2024", "2024-13-01T00:00:00Z", "2024-04-23T25:00:00Z", "2024-04-23T10:30:59",
      "2024-04-23T10:30:59Zx", "2023-02-29T00:00:00Z", "2024-04-31T00:00:00Z",
    ])
  func refuses(text: String) { #expect(Timestamp.milliseconds(rfc3339: text) == nil) }
}
