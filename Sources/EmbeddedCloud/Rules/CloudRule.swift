import StrataDeployment
import StrataModel

/// Something that a service refuses and neither a schema nor a document by itself can tell.
///
/// A rule is one small type in the folder of its service. It looks at a change and at what stands in the cloud, changes nothing,
/// and throws what the service would answer.
protocol CloudRule: Sendable {
  /// The types whose changes it judges.
  var types: [String] { get }
  /// What is refused, in a sentence.
  var summary: String { get }
  /// Where AWS says so.
  var source: String { get }
  /// Judges a change before it happens.
  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError)
}

/// A change that is about to happen.
struct CloudChange {
  enum Kind { case create, update, delete }

  let kind: Kind
  let type: String
  let scope: CloudScope
  /// The caller's region, also for global services.
  let region: String
  /// All properties after the change; for a delete those that stand.
  let properties: PropertyObject
  /// What stands, for an update or a delete.
  let object: CloudObject?
  /// Numbers and properties of the objects that the properties refer to.
  let references: [CloudReference]
  let now: Int
}

/// A use of one object by another.
struct CloudReference: Sendable, Hashable {
  let target: Int
  /// The top-level property that names it.
  let property: String
}
