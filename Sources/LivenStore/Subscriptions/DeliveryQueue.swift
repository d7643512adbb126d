/// The events that wait for one subscriber: bounded, in order, as a value without a lock.
struct DeliveryQueue: Sendable {
  /// The most events that may wait.
  let capacity: Int
  private(set) var isCancelled = false
  private(set) var isDelivering = false
  private var waiting: [Event] = []
  private var head = 0

  init(capacity: Int) {
    precondition(capacity > 0, "capacity (\(capacity)) must be greater than zero")
    self.capacity = capacity
  }

  var count: Int { waiting.count - head }

  /// Takes an event in, or returns false if there is no room; a cancelled queue swallows it.
  mutating func add(_ event: Event, beyondCapacity: Bool = false) -> Bool {
    if isCancelled { return true }
    guard count < capacity || beyondCapacity else { return false }
    waiting.append(event)
    return true
  }

  /// The next event to deliver; marks the delivery as begun.
  mutating func begin() -> Event? {
    guard !isCancelled, head < waiting.count else { return nil }
    defer { trim() }
    head += 1
    isDelivering = true
    return waiting[head - 1]
  }

  mutating func end() { isDelivering = false }

  mutating func cancel() {
    isCancelled = true
    waiting = []
    head = 0
  }

  private mutating func trim() {
    guard head >= 64, head * 2 > waiting.count else { return }
    waiting.removeFirst(head)
    head = 0
  }
}
