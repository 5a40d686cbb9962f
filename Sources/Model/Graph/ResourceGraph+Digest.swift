extension ResourceGraph {
  /// The digest of addresses, types, placements, documents, dependencies, lifecycles and outputs.
  ///
  /// Source positions are no part of it: an edit that only moves lines makes no plan stale.
  public var digest: String {
    var text = DigestText()
    text.append(environment)
    text.append(count: resources.count)
    for resource in resources {
      text.append(resource)
      text.flush()
    }
    text.append(count: outputs.count)
    for output in outputs {
      text.append(output.key)
      text.append(output.value)
      text.append(output.isSensitive)
    }
    return text.digest()
  }
}

extension DigestText {
  fileprivate mutating func append(_ node: ResourceNode) {
    append(node.address.path)
    append(node.type)
    append(node.placement)
    append(node.properties)
    append(node.lifecycle)
    append(count: node.dependencies.count)
    for dependency in node.dependencies {
      append(dependency.address.path)
      append(dependency.readiness.rawValue)
      append(count: dependency.paths.count)
      for path in dependency.paths { append(path) }
    }
    append(count: node.renamedFrom.count)
    for address in node.renamedFrom { append(address.path) }
    append(node.adoptedIdentifier ?? "")
    append(node.adoptedIdentifier != nil)
  }

  private mutating func append(_ placement: Placement) {
    append(placement.partition)
    append(placement.account)
    append(placement.region)
    append(count: placement.roleChain.count)
    for role in placement.roleChain { append(role) }
  }

  private mutating func append(_ lifecycle: Lifecycle) {
    append(lifecycle.isProtected)
    append(lifecycle.isRetained)
    append(lifecycle.isDeletedFirst)
    append(lifecycle.holdsData)
    append(count: lifecycle.ignoredPaths.count)
    for path in lifecycle.ignoredPaths { append(path) }
    // A kind of its own: a count follows where there are none.
    if !lifecycle.timeouts.isEmpty { append(lifecycle.timeouts.json) }
  }
}
