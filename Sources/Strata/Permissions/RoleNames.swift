import StrataModel

/// The names of the roles that a program declares, to tell which role a resource is given before the role exists.
struct RoleNames {
  private var names: [ResourceAddress: String] = [:]
  private let environment: String

  /// - Parameters:
  ///   - nodes: the desired resources; names that the engine chose may be among their properties.
  ///   - environment: what the names that the engine will choose begin with.
  init(in nodes: some Sequence<ResourceNode>, environment: String) {
    self.environment = environment
    for node in nodes where node.type == "AWS::IAM::Role" {
      let path = node.properties["Path"]?.stringValue ?? "/"
      names[node.address] = node.properties["RoleName"]?.stringValue.map { String(path.dropFirst()) + $0 } ?? "\(environment)-*"
    }
  }

  /// The properties of a resource with references to roles replaced by names and ARNs.
  func filled(_ properties: PropertyObject, in placement: Placement) -> PropertyObject {
    properties.mapValues { value in
      value.substituting { reference in
        guard let name = names[reference.address] else { return nil }
        switch reference.attribute {
        case "Arn": return .string("arn:\(placement.partition):iam::\(placement.account):role/\(name)")
        case "RoleName": return .string(name)
        default: return nil
        }
      }
    }
  }
}
