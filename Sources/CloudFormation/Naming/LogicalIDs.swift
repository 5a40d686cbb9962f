import StrataModel

/// The logical ids of resources: their addresses without the stack's, as letters and digits.
///
/// A logical id is what CloudFormation knows a resource by, so it depends on the address and on nothing else. Where two addresses of one stack
/// and placement come to one id, the first by address keeps it, and the others end in a digest of theirs.
struct LogicalIDs {
  private var ids: [ResourceAddress: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  private struct Scope: Hashable {
    var stack: String
    var account: String
    var region: String
  }

  /// Names all resources of a graph.
  init(of graph: ResourceGraph) {
    var owners: [Scope: [String: ResourceNode]] = [:]
    for node in graph.resources.sorted(by: { $0.address < $1.address }) {
      let scope = Scope(stack: node.address.stack, account: node.placement.account, region: node.placement.region)
      var id = Self.id(of: node.address)
      if let owner = owners[scope]?[id] {
        let plain = id
        id = NameText.limited(id, to: 240) + NameText.digest(of: node.address.path)
        diagnostics.append(
          Diagnostic(
            .warning, code: "logical-id-collision",
            "its logical id would be '\(plain)', as that of \(owner.address) is; it is '\(id)' instead",
            remedy: "give one of them another id", at: node.source, address: node.address,
            notes: [Diagnostic.Note("the other one", at: owner.source)]))
      }
      owners[scope, default: [:]][id] = node
      ids[node.address] = id
    }
  }

  /// The logical id of a resource.
  subscript(_ address: ResourceAddress) -> String { ids[address] ?? Self.id(of: address) }

  private static func id(of address: ResourceAddress) -> String {
    let own = address.path.split(separator: "/").dropFirst().joined(separator: "/")
    let name = NameText.alphanumeric(own.isEmpty ? address.path : own)
    return name.isEmpty ? "Resource" : NameText.limited(name, to: 255)
  }
}
