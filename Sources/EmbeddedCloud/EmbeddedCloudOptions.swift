/// How an embedded cloud behaves.
public struct EmbeddedCloudOptions: Sendable {
  /// Identifiers, shuffles and faults follow from it: equal seeds and calls give equal answers.
  public var seed: UInt64
  public var realism: Realism
  /// How long background work takes, as a share of AWS's usual times in thousandths; 0 ends it at the first question.
  public var delayPerMille: Int
  /// Whether a document must have the schema's exact types: no text for a number, as the services' own APIs and unlike CloudFormation.
  public var exactTypes: Bool
  /// Whether quotas hold that AWS raises on request, such as five elastic IPs per region.
  public var enforcesQuotas: Bool
  public var faults: FaultPlan
  public var clock: CloudClock

  /// Creates options.
  public init(
    seed: UInt64 = 1, realism: Realism = .standard, delayPerMille: Int = 0, exactTypes: Bool = true, enforcesQuotas: Bool = false,
    faults: FaultPlan = .none,
    clock: CloudClock = .system
  ) {
    self.seed = seed
    self.realism = realism
    self.delayPerMille = delayPerMille
    self.exactTypes = exactTypes
    self.enforcesQuotas = enforcesQuotas
    self.faults = faults
    self.clock = clock
  }

  /// For engine tests: everything that AWS does to an engine, on a virtual clock.
  public static func test(seed: UInt64 = 1, clock: VirtualCloudClock = VirtualCloudClock()) -> EmbeddedCloudOptions {
    EmbeddedCloudOptions(seed: seed, realism: .full, delayPerMille: 1000, clock: clock.clock)
  }
}
