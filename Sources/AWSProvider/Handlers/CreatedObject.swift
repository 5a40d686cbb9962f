import StrataModel

/// What a create has made.
struct CreatedObject: Sendable {
  /// The CloudFormation primary identifier.
  var identifier: String
  var handle: PropertyValue?
  /// Properties that the answer already tells, read-only ones above all; `nil` when a read must bring them.
  var attributes: PropertyObject?

  init(_ identifier: String, handle: PropertyValue? = nil, attributes: PropertyObject? = nil) {
    self.identifier = identifier
    self.handle = handle
    self.attributes = attributes
  }
}

/// An object that exists although its creation failed in a later call.
struct PartialCreate: Error {
  var identifier: String
  var cause: any Error
}

/// How a delete ended.
enum Deletion: Sendable, Hashable {
  case gone
  /// The service is at work; ask for readiness.
  case started
  /// The service keeps the object until a date (seconds since 1970).
  case scheduled(until: Int)
}

/// How far an object is.
enum Readiness: Sendable, Hashable {
  case ready
  /// Ready, and under another identifier: what was made had none while it was being made.
  case identified(String)
  /// Ask again in so many milliseconds.
  case pending(after: Int)
  case failed(String)
}
