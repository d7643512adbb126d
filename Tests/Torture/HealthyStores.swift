import Foundation
import LivenStore
import LivenStoreTestSupport

/// Random stores without a fault, in which `verify` must find none.
struct HealthyStores {
  let folder: String
  let count: Int
  let seed: Int

  func run() throws {
    var events = 0
    for number in 0..<count {
      let path = "\(folder)/store-\(seed)-\(number)"
      let store = try JSONEventStore(at: path, options: .init(durability: .buffered))
      for unit in CommitWorkload.random(seed: UInt64(seed + number), count: 6) {
        try store.append(unit.events, to: unit.streams, expecting: .any)
        events += unit.events.count
      }
      if number % 2 == 0 { _ = try store.ledgerView() }
      try check(store)
    }
    print("\(count) stores, \(events) events: 0 findings")
  }

  private func check(_ store: JSONEventStore) throws {
    let found = Monitor<[VerificationFinding]>([])
    var verifier = StoreVerifier(store) { finding in
      if finding.level > .info { found.withLock { $0.append(finding) } }
    }
    try verifier.run()
    guard let finding = found.withLock({ $0.first }) else { return }
    print("\(store.path): \(finding.code) \(finding.subject) \(finding.message)")
    exit(1)
  }
}
