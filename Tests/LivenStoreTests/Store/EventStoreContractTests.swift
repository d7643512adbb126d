import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("Every event store keeps the contract")
struct EventStoreContractTests {
  @Test("in memory")
  func inMemory() async throws {
    try await EventStoreContract(InMemoryEventStore()).check()
  }

  @Test("in a folder of files")
  func inAFolder() async throws {
    try await EventStoreContract(try TemporaryStore().open()).check()
  }
}
