public import LivenStore
import LivenStoreMacros

/// Events as an app may keep them.
enum Money {
  struct Deposited: DomainEvent { var amount: Int }
  struct Corrected<Reason: Codable & Sendable>: DomainEvent { var amount: Int, reason: Reason }
}

/// A struct that other modules see, with labels and events of other types' names.
@Aggregate
public struct Account {
  /// The account is there.
  public struct Opened: DomainEvent { var accountID: String }

  /// The part of the stream's name.
  public private(set) var id = ""
  /// What is in it.
  public private(set) var balance = 0

  mutating func onOpened(_ event: Opened) { id = event.accountID }
  fileprivate mutating func onDeposited(to event: Money.Deposited) { balance += event.amount }
  mutating func onCorrected(event: consuming Money.Corrected<String>) { balance = event.amount }
}

extension Account {
  /// A struct within another one, whose events it names in full; it states its conformance itself.
  @Aggregate
  fileprivate struct Owner: Aggregate {
    private(set) var id = ""
    private mutating func onOpened(_ event: Account.Opened) { id = event.accountID }
  }

  /// What an owner's id is after the account was opened.
  static func ownerID(after event: some DomainEvent) throws -> String {
    var owner = AggregateRoot<Owner>()
    try owner.replay(event)
    return owner.id
  }
}
