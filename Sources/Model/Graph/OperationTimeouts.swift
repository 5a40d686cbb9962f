/// How long the operations on a resource may go on before a deployment stops waiting for them, in seconds; `nil` for the type's default.
///
/// An operation that takes longer is not undone: the next run goes on waiting for it.
public struct OperationTimeouts: Sendable, Hashable {
  public var create: Int?
  public var update: Int?
  public var delete: Int?

  /// Creates limits; without arguments, none.
  public init(create: Int? = nil, update: Int? = nil, delete: Int? = nil) {
    self.create = create
    self.update = update
    self.delete = delete
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { create == nil && update == nil && delete == nil }

  /// The limit of an operation.
  public subscript(operation: Intent.Operation) -> Int? {
    switch operation {
    case .create: create
    case .update: update
    case .delete: delete
    }
  }

  /// The fields of a document, by operation.
  package var json: PropertyObject {
    var object = PropertyObject()
    object.set("create", create)
    object.set("delete", delete)
    object.set("update", update)
    return object
  }

  package init(json: PropertyObject) throws(CodingFailure) {
    let fields = try FieldReader(.object(json), "the time-outs of a lifecycle")
    self.init(
      create: try fields.optionalInteger("create"), update: try fields.optionalInteger("update"),
      delete: try fields.optionalInteger("delete"))
  }
}
