extension Plan {
  /// The part of a plan that the user chose, with what had to go along and what is left for later.
  public struct Selection: Sendable, Hashable {
    /// What was to be done (`--only`), as the user wrote it; empty for everything.
    public var only: [String]
    /// What was to be left (`--except`), as the user wrote it.
    public var except: [String]
    /// Changes that were not asked for and are done because a chosen one needs them, ascending by address.
    public var added: [Companion]
    /// Changes that are left for a later run, ascending by address.
    public var leftOut: [Remainder]

    /// Creates a selection.
    public init(only: [String] = [], except: [String] = [], added: [Companion] = [], leftOut: [Remainder] = []) {
      self.only = only
      self.except = except
      self.added = added
      self.leftOut = leftOut
    }

    /// A resource that goes along.
    public struct Companion: Sendable, Hashable {
      public var address: ResourceAddress
      /// The resource because of which it does.
      public var cause: ResourceAddress
      /// Why, in words that stand between the two addresses.
      public var reason: String

      /// Creates a companion.
      public init(_ address: ResourceAddress, cause: ResourceAddress, reason: String) {
        self.address = address
        self.cause = cause
        self.reason = reason
      }
    }

    /// A change that is left for later.
    public struct Remainder: Sendable, Hashable {
      public var address: ResourceAddress
      public var operation: PlanStep.Operation
      /// Whether the change is a replacement.
      public var isReplacement: Bool
      /// The resource without which it cannot be done, where that is why it is left.
      public var cause: ResourceAddress?

      /// Creates a remainder.
      public init(_ address: ResourceAddress, _ operation: PlanStep.Operation, isReplacement: Bool = false, cause: ResourceAddress? = nil) {
        self.address = address
        self.operation = operation
        self.isReplacement = isReplacement
        self.cause = cause
      }
    }
  }
}
