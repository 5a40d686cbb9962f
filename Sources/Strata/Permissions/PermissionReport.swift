import StrataModel

/// The policies that a plan needs: one for each role or account that makes calls, and one for who assumes the roles.
struct PermissionReport {
  /// A policy and who it is for.
  struct Entry {
    var account: String
    /// The role that makes the calls; `nil` for the credentials that the command runs with.
    var role: String?
    var documents: [PropertyValue]
  }

  private(set) var entries: [Entry] = []
  /// The types whose services' own actions are not known, because they go through Cloud Control; ascending.
  private(set) var indirectTypes: [String] = []

  init(steps: [PermissionPolicy.Step]) {
    let groups = Dictionary(grouping: steps) { Principal(account: $0.placement.account, role: $0.placement.roleChain.last) }
    var indirect: Set<String> = []
    for principal in groups.keys.sorted() {
      let policy = PermissionPolicy(account: principal.account, steps: groups[principal] ?? [])
      indirect.formUnion(policy.indirectTypes)
      let documents = policy.documents
      if !documents.isEmpty { entries.append(Entry(account: principal.account, role: principal.role, documents: documents)) }
    }
    indirectTypes = indirect.sorted()
    let assumed = Set(steps.compactMap(\.placement.roleChain.first)).sorted()
    guard !assumed.isEmpty else { return }
    let statement: PropertyValue = [
      "Sid": "AssumeRoles", "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": .array(assumed.map { .string($0) }),
    ]
    entries.append(Entry(account: "", role: nil, documents: [["Version": "2012-10-17", "Statement": [statement]]]))
  }

  /// What programs read.
  var json: PropertyValue {
    let policies = entries.map { entry in
      var object: PropertyObject = ["documents": .array(entry.documents)]
      object["account"] = entry.account.isEmpty ? nil : .string(entry.account)
      object["role"] = entry.role.map { .string($0) }
      return PropertyValue.object(object)
    }
    return ["policies": .array(policies), "typesThroughCloudControl": .array(indirectTypes.map { .string($0) })]
  }

  private struct Principal: Hashable, Comparable {
    var account: String
    var role: String?

    static func < (left: Principal, right: Principal) -> Bool { (left.account, left.role ?? "") < (right.account, right.role ?? "") }
  }
}
