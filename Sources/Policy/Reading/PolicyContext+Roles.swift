import StrataModel

/// A document that gives permissions, where it is written.
struct PermissionDocument {
  let owner: ResourceNode
  let path: PropertyPath
  let statements: [PolicyStatement]
}

extension PolicyContext {
  /// Every document that gives permissions to roles, users and groups: inline ones and managed ones.
  var permissionDocuments: [PermissionDocument] {
    var documents: [PermissionDocument] = []
    for node in all("AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group") {
      for (index, policy) in (node.properties["Policies"]?.elements ?? []).enumerated() {
        let path = PropertyPath("Policies").appending(index: index).appending(key: "PolicyDocument")
        documents.append(
          PermissionDocument(owner: node, path: path, statements: PolicyStatement.statements(of: policy["PolicyDocument"]) ?? []))
      }
    }
    for node in all("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy", "AWS::IAM::UserPolicy", "AWS::IAM::GroupPolicy")
    {
      documents.append(
        PermissionDocument(
          owner: node, path: "PolicyDocument", statements: PolicyStatement.statements(of: node.properties["PolicyDocument"]) ?? []))
    }
    return documents
  }
}
