/// How an interrupted create of a type is resolved: what handle its API offers on something that may or may not exist.
public enum APIClass: String, Sendable, Hashable, CaseIterable {
  /// An idempotency token with a documented window.
  case token
  /// An idempotency token whose window AWS does not document; one hour is assumed.
  case tokenUnknownWindow
  /// A token that is refused when it is repeated; the object is found by it and adopted.
  case refusedToken
  /// A name that the client chooses.
  case name
  /// A put under a key: create, update and repeat are the same call.
  case upsert
  /// Content that is unique within a parent, such as a CIDR block in a VPC.
  case uniqueContent
  /// Tags given in the create call.
  case tags
  /// At most one per account and region.
  case singleton
  /// An asynchronous operation that can be listed.
  case operation
  /// None of these: an interrupted create stops with evidence.
  case none
}
