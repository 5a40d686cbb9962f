/// A reusable part of stacks with parameters: a type with `@Component`.
///
/// A component that shares children is a `final class` with `lazy var`s, like a stack; one that does not may be a `struct`. With a `let id: String`
/// it adds one segment to the addresses of what it contains, without one it adds none.
///
/// ```swift
/// @Component final class EncryptedBucket {
///   let id: String
///   let key: KMS.Key
///   lazy var bucket = S3.Bucket("bucket", bucketEncryption: .init(...))
/// }
/// ```
public protocol Component: Modifiable {
  /// The type of ``body``.
  associatedtype Body: Infrastructure

  /// What the component declares beside its `lazy var`s.
  @InfrastructureBuilder var body: Body { get }

  /// What modifiers such as ``protected()`` said about the component.
  var modifiers: Modifiers { get }
}

extension Component where Body == Group {
  /// A component whose `lazy var`s are everything needs no body.
  public var body: Group { Group([]) }
}
