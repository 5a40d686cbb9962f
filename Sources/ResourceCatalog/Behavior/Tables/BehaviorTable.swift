/// Collects what the tables of this folder say into one behavior per type.
///
/// Each table holds one concern, keyed by type names without `AWS::`, so that a reviewer can compare it with AWS's documentation in one reading.
struct BehaviorTable {
  private(set) var behaviors: [String: ResourceBehavior] = [:]

  /// Every type that a table names, with all tables applied.
  static let shared = BehaviorTable(applying: [
    APIClasses.apply, OccupancyKeys.apply, GeneratedNames.apply, DataBearing.apply, DerivedAttributes.apply, VolatileAttributes.apply,
    SensitiveAttributes.apply, RefusedChanges.apply, ConditionalChanges.apply, SoftDeletions.apply, Singletons.apply, Estimates.apply,
    Timeouts.apply, SerialKeys.apply, Rates.apply, ImplicitDependencies.apply, EarlyReadiness.apply, Prechecks.apply, DeletionOrder.apply,
    Remains.apply, SearchKeys.apply,
  ])

  private init(applying tables: [(inout BehaviorTable) -> Void]) {
    for apply in tables { apply(&self) }
  }

  /// Changes the behavior of a type, given without `AWS::`; begins with what rules infer from its schema.
  mutating func update(_ type: String, _ change: (inout ResourceBehavior) -> Void) {
    let name = "AWS::" + type
    change(&behaviors[name, default: ResourceBehavior.inferred(for: name)])
  }

  /// Changes the behavior of several types in the same way.
  mutating func update(_ types: [String], _ change: (inout ResourceBehavior) -> Void) {
    for type in types { update(type, change) }
  }

  /// Changes the behavior of every type that a table has named so far.
  mutating func updateAll(_ change: (inout ResourceBehavior) -> Void) {
    for (type, old) in behaviors {
      var behavior = old
      change(&behavior)
      behaviors[type] = behavior
    }
  }
}
