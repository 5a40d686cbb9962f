import StrataModel

/// The names that stacks have in CloudFormation: the environment's and the stack's, then component and part where there are several.
struct StackNames {
  /// By unit; of an action it is empty.
  private(set) var names: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  private struct Scope: Hashable {
    var account: String
    var region: String
    var name: String
  }

  init(of partition: TemplatePartition, environment: String) {
    // In the order of keys, so that another order of deployment gives no stack another name.
    let order = partition.units.indices.sorted {
      let (left, right) = (partition.units[$0], partition.units[$1])
      return left.key == right.key ? left.part < right.part : left.key < right.key
    }
    names = Array(repeating: "", count: partition.units.count)
    var taken: Set<Scope> = []
    for index in order where partition.units[index].key.action == nil {
      let (key, part) = (partition.units[index].key, partition.units[index].part)
      var parts = [environment, key.stack]
      if let component = key.component, !component.isEmpty { parts.append(component) }
      if part > 1 { parts.append(String(part)) }
      var name = NameText.limited(NameText.stackName(parts.joined(separator: "-")), to: 128, separator: "-")
      if !taken.insert(Scope(account: key.account, region: key.region, name: name)).inserted {
        let plain = name
        name = NameText.limited(name, to: 119, separator: "-") + "-" + NameText.digest(of: parts.joined(separator: "/"))
        taken.insert(Scope(account: key.account, region: key.region, name: name))
        diagnostics.append(
          Diagnostic(
            .warning, code: "stack-name-collision",
            "'\(plain)' is the name of another stack in \(key.account)/\(key.region); '\(key.stack)' is '\(name)' instead",
            remedy: "give one of the stacks another id"))
      }
      names[index] = name
    }
  }
}
