/// The words that a user gave: which losses are meant.
public struct GivenAcknowledgements: Sendable, Hashable {
  /// Whether every loss of data and every change of a protected resource is meant (`--acknowledge-data-loss`).
  public var coversAll: Bool

  /// The resources whose loss is meant (`--acknowledge-data-loss ADDRESS`).
  public var addresses: Set<ResourceAddress>

  /// Whether most of the environment may be deleted (`--allow-mass-delete`).
  public var allowsMassDelete: Bool

  /// Creates acknowledgements; without arguments, none.
  public init(coversAll: Bool = false, addresses: Set<ResourceAddress> = [], allowsMassDelete: Bool = false) {
    self.coversAll = coversAll
    self.addresses = addresses
    self.allowsMassDelete = allowsMassDelete
  }

  /// Whether an acknowledgement that a plan requires was given.
  public func covers(_ required: Plan.Acknowledgement) -> Bool {
    switch required.reason {
    case .massDelete: allowsMassDelete
    case .protected, .dataLoss: coversAll || addresses.contains(required.address)
    }
  }
}

extension Plan {
  /// The acknowledgements that are still missing; the plan may only be applied when there is none.
  public func missingAcknowledgements(given: GivenAcknowledgements) -> [Acknowledgement] {
    requiredAcknowledgements.filter { !given.covers($0) }
  }
}
