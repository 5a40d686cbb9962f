/// What an environment asks of its own graph.
public struct PolicyRequirements: Sendable {
  /// The frameworks that the environment is held to, each once, in the order given.
  public private(set) var frameworks: [Framework] = []

  public var waivers: [Waiver] = []
  public var manualControls: [ManualControl] = []

  /// Rules of the program's own.
  public var rules: [PolicyRule] = []

  /// Accounts outside of the program that keys and roles may trust, by their twelve digits.
  public var trustedAccounts: [String] = []

  /// Where the environment was declared.
  public var source: SourceLocation?

  /// Whether the frameworks are others than those that the environment declares, so that what is declared for those is not idle.
  public private(set) var isLimited = false

  /// Creates requirements that ask nothing.
  public init() {}

  /// Adds frameworks.
  public mutating func require(_ more: [Framework]) {
    for framework in more where !frameworks.contains(framework) { frameworks.append(framework) }
  }

  /// The same with other frameworks in place of those that are required.
  public func limited(to frameworks: [Framework]) -> PolicyRequirements {
    var result = self
    result.isLimited = true
    result.frameworks = []
    result.require(frameworks)
    return result
  }

  /// Whether there is nothing to check.
  public var isEmpty: Bool { frameworks.isEmpty && rules.isEmpty && waivers.isEmpty && manualControls.isEmpty }
}
