import AWSClient
import StrataModel

/// What the resources of an organization share: their place in the tree, and their tags.
enum OrganizationTree {
  static func parent(_ call: ResourceCall, of child: String) async throws -> String? {
    try await call.send("organizations", "ListParents", ["ChildId": .string(child)])["Parents"]?.list?.first?["Id"]?.string
  }

  static func roots(_ call: ResourceCall) async throws -> [String] {
    try await call.pages("organizations", "ListRoots").compactMap { $0["Id"]?.string }
  }

  static func tags(_ call: ResourceCall) async throws -> PropertyValue? {
    let tags = try await call.pages("organizations", "ListTagsForResource", ["ResourceId": .string(call.identifier)])
    return call.document(["Tags": .list(tags)])["Tags"]
  }

  static func updateTags(_ call: ResourceCall) async throws {
    let resource = AWSValue.string(call.identifier)
    try await call.updateTags { tags in
      try await call.send("organizations", "TagResource", ["ResourceId": resource, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send("organizations", "UntagResource", ["ResourceId": resource, "TagKeys": .strings(keys)])
    }
  }
}
