package import StrataModel

/// Something that must never be, and was.
package struct Violation: Sendable, Hashable, CustomStringConvertible {
  /// The invariants.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A record without an object.
    case phantom
    /// An object that no record and no open operation knows.
    case orphan
    /// Two objects of one declaration.
    case duplicate
    /// An object that is not as declared.
    case mismatch
    /// A declared resource without a record, or a record without a declaration.
    case record
    /// An operation that never ended.
    case openOperation
    /// The lock is held although nobody runs.
    case heldLock
    /// A second deployment right after a complete one is not empty.
    case replan
    /// A secret in clear in a file, a message or a plan.
    case secret
    /// A call that nothing planned.
    case unplannedCall
    /// Two deployers at once, or one that is not told who works.
    case secondDeployer
    /// State that cannot be read.
    case state
    /// A plan that was applied although something came in between.
    case stalePlan
    /// A plan that is refused after the same program was accepted.
    case refusedLater
    /// A deployment that does not come to its end, although nothing disturbs it any more.
    case convergence
    /// A deployment that waits for ever.
    case hang
  }

  package var kind: Kind
  package var message: String
  /// The resource that it is about.
  package var address: ResourceAddress?

  package init(kind: Kind, message: String, address: ResourceAddress? = nil) {
    self.kind = kind
    self.message = message
    self.address = address
  }

  package var description: String { "\(kind.rawValue): \(message)" }
}
