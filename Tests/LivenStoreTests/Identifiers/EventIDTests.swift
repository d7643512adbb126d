import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("Event ids")
struct EventIDTests {
  @Test("text and back, ordered as the bytes are")
  func order() throws {
    let texts = [
      "0", "00", "01HX7Y8K9M2N3P4Q5R6S7T8U9V", "A_b-9", "Z", "_", "abcdefghij0123456789abcdefghij0",
    ]
    let ids = try texts.map { try #require(EventID($0)) }
    #expect(ids.map(\.description) == texts)
    #expect(
      ids.sorted().map(\.description)
        == texts.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
  }

  @Test(
    "refuses what could not be a file's name of an event",
    arguments: [
      "", ".", "..", "a/b", "a.b", "a b", "ä", "a\0", "abcdefghij0123456789abcdefghij01",
    ])
  func refuses(text: String) {
    #expect(EventID(text) == nil)
    #expect(throws: EventStoreError.self) { try EventID(validating: text) }
  }

  @Test("a ULID in lower case becomes upper case, other ids stay")
  func cases() {
    #expect(EventID("01hx7y8k9m2n3p4q5r6s7t8v9w")?.description == "01HX7Y8K9M2N3P4Q5R6S7T8V9W")
    #expect(EventID("01hx7y8k9m2n3p4q5r6s7t8u9v")?.description == "01hx7y8k9m2n3p4q5r6s7t8u9v")
    #expect(EventID("my_event")?.description == "my_event")
  }

  @Test("the seed's sample id, which holds a U, tells its time")
  func sampleID() {
    let id = EventID("01HX7Y8K9M2N3P4Q5R6S7T8U9V")
    #expect(id?.ulid == nil)
    #expect(id?.timeMilliseconds == 1_715_032_313_140)
    #expect(Timestamp.rfc3339(milliseconds: 1_715_032_313_140) == "2024-05-06T21:51:53.140Z")
  }

  @Test("ULIDs keep their 128 bits in text")
  func ulids() throws {
    var random = RepeatableRandom(seed: 11)
    for _ in 0..<1_000 {
      let time = UInt64.random(in: 0..<(1 << 48), using: &random)
      let ulid = ULID(
        milliseconds: time, randomHigh: .random(in: 0...UInt16.max, using: &random),
        randomLow: random.next())
      #expect(ULID(ulid.description) == ulid)
      #expect(EventID(ulid).timeMilliseconds == Int64(time))
    }
    #expect(ULID("8ZZZZZZZZZZZZZZZZZZZZZZZZZ") == nil)
    #expect(ULID("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")?.successor == nil)
  }

  @Test("a generator's ids rise within a millisecond and while the clock goes back")
  func generator() throws {
    let clock = Monitor<UInt64>(1_000_000)
    let generator = ULIDGenerator(clock: { clock.withLock { $0 } }, entropy: { (0xFFFF, .max - 5) })
    var last = try generator.next()
    for step in 0..<100 {
      if step == 50 { clock.withLock { $0 -= 30_000 } }
      let next = try generator.next()
      #expect(next > last)
      last = next
    }
    clock.withLock { $0 = 900_000 }
    #expect(throws: EventStoreError.self) { try generator.next() }
  }

  @Test("generators that go on from one id in its millisecond go apart, and rise")
  func apart() throws {
    let floor = EventID(ULID(milliseconds: 1_000_000, randomHigh: 7, randomLow: .max - 5))
    var made: Set<EventID> = []
    for _ in 0..<100 {
      let generator = ULIDGenerator(clock: { 1_000_000 }, entropy: SystemEntropy.randomBits)
      let ids = try [
        generator.next(above: floor), generator.next(above: floor), generator.next(),
      ]
      #expect(ids == ids.sorted() && ids[0] > floor)
      #expect(ids[0].timeMilliseconds == 1_000_000)
      made.formUnion(ids)
    }
    #expect(made.count == 300)
  }

  @Test("a millisecond that is used up lends from the next one")
  func usedUp() throws {
    let floor = EventID(ULID(milliseconds: 1_000_000, randomHigh: 0xFFFF, randomLow: .max))
    let generator = ULIDGenerator(clock: { 1_000_000 }, entropy: SystemEntropy.randomBits)
    #expect(try generator.next(above: floor).timeMilliseconds == 1_000_001)
  }
}
