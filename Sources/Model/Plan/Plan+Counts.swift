extension Plan {
  /// How many objects a plan makes, changes and deletes.
  public struct Counts: Sendable, Hashable {
    public var created = 0
    public var updated = 0
    /// Replacements; their creates and deletes are counted here only.
    public var replaced = 0
    public var deleted = 0
    public var adopted = 0
    public var forgotten = 0
    /// Changes of metadata only.
    public var noted = 0
    public var kept = 0
    /// Actions that run.
    public var acted = 0
    /// Actions whose effect is taken back.
    public var undone = 0

    /// Creates counts of nothing.
    public init() {}
  }

  /// How many objects the plan makes, changes and deletes.
  public var counts: Counts { Self.counts(of: steps) }

  /// How many objects some steps make, change and delete.
  public static func counts(of steps: some Sequence<PlanStep>) -> Counts {
    var counts = Counts()
    for step in steps {
      if step.isAction, step.operation == .create || step.operation == .update {
        counts.acted += 1
        continue
      }
      if step.isAction, step.operation == .delete {
        counts.undone += 1
        continue
      }
      switch step.operation {
      case .keep: counts.kept += 1
      case .create: if step.counterpart == nil { counts.created += 1 } else { counts.replaced += 1 }
      case .update: counts.updated += 1
      case .delete: if step.counterpart == nil { counts.deleted += 1 }
      case .forget: counts.forgotten += 1
      case .adopt: counts.adopted += 1
      case .note: counts.noted += 1
      }
    }
    return counts
  }
}
