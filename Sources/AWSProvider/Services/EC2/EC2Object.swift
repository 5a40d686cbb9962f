/// How EC2 names a kind of object in its Describe operations and tags.
struct EC2Object: Sendable {
  /// The resource type in `TagSpecifications`, for example `vpc`; `nil` for objects without tags of their own.
  var tagType: String?
  var describe: String
  /// The member of the answer that lists the objects.
  var results: String
  /// The member of the request that takes identifiers.
  var identifiers: String
  /// The member of an object that is its identifier.
  var identifier: String
  /// The member of the request that takes filters; two of the older operations have it in the singular.
  var filterMember = "Filters"
  /// The filters that search for properties.
  var filters: [String: String] = [:]
  /// The states in which the object is no more.
  var goneStates: Set<String> = ["deleted"]
}
