import Synchronization

extension ResourceBehavior {
  /// The behavior of a type: from the tables where they name it, else inferred from its schema; one dictionary lookup.
  ///
  /// - Parameter type: The CloudFormation name, such as `AWS::KMS::Key`.
  public static func of(_ type: String) -> ResourceBehavior {
    if let behavior = BehaviorTable.shared.behaviors[type] { return behavior }
    return inferredBehaviors.withLock { known in
      if let behavior = known[type] { return behavior }
      let behavior = inferred(for: type)
      known[type] = behavior
      return behavior
    }
  }

  /// The types that the tables name, ascending; all others follow rules.
  public static var tabulatedTypes: [String] { BehaviorTable.shared.behaviors.keys.sorted() }

  /// The tabulated types whose interrupted create nothing can resolve, ascending: an engine stops there and shows the evidence.
  public static var typesWithoutHandle: [String] { tabulatedTypes.filter { of($0).apiClass == .none } }

  /// The behavior of the same type when Cloud Control creates it: every create takes a token, valid for 36 hours.
  ///
  /// Source: Cloud Control API user guide, "Ensuring resource operation requests are unique".
  public var throughCloudControl: ResourceBehavior {
    var behavior = self
    behavior.apiClass = .token
    behavior.tokenWindow = 36 * 3600
    behavior.settleTime = 0
    return behavior
  }

  private static let inferredBehaviors = Mutex<[String: ResourceBehavior]>([:])
}
