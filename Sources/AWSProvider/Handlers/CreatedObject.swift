import AWSClient
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

extension ResourceCall {
  /// Makes the calls that complete an object which exists already.
  ///
  /// - Throws: ``PartialCreate`` when one of them fails.
  @discardableResult
  func complete<Result>(_ identifier: String, _ calls: () async throws -> Result) async throws -> Result {
    do {
      return try await AWSClient.$completesObject.withValue(true) { try await calls() }
    } catch {
      throw PartialCreate(identifier: identifier, cause: error)
    }
  }

  /// A new object with what a read shows of it, so that what the service made of lists and defaults is known from the start.
  ///
  /// - Parameter known: attributes that are certain, also where the read does not find the object yet.
  func described(_ identifier: String, by handler: some ResourceHandler, known: PropertyObject = [:]) async throws -> CreatedObject {
    var call = self
    call.identifier = identifier
    do {
      return CreatedObject(identifier, attributes: known.merging(try await handler.read(call) ?? [:]))
    } catch {
      throw PartialCreate(identifier: identifier, cause: error)
    }
  }
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
