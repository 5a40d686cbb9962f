public import StrataModel

/// What the actions of one step are limited to.
public struct ActionScope: Sendable, Hashable {
  /// The ARNs of what the step makes, changes or deletes.
  public var own: [String]
  /// The ARNs of what it refers to.
  public var related: [String]
  public var placement: Placement
  /// Whether a call names both the resource and others of its kind: a replica and what it is a replica of.
  public var namesSiblings: Bool

  /// Creates a scope.
  public init(own: [String] = [], related: [String] = [], placement: Placement, namesSiblings: Bool = false) {
    self.own = own
    self.related = related
    self.placement = placement
    self.namesSiblings = namesSiblings
  }

  /// The scope of a step on a resource.
  public init(of resource: KnownResource, related: [String]) {
    let copies: Set = ["AWS::KMS::ReplicaKey", "AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::ElastiCache::ReplicationGroup"]
    self.init(
      own: resource.names, related: related, placement: resource.placement, namesSiblings: copies.contains(resource.type))
  }

  /// The ARNs that a policy must name for an action, patterns where one is not known; `*` alone for an action that cannot be limited.
  public func resources(for action: IAMAction) -> Set<String> {
    guard let facts = ActionResources.of(action), !facts.entries.isEmpty else { return ["*"] }
    if action == IAMAction("iam", "CreateServiceLinkedRole") {
      return ["arn:\(placement.partition):iam::\(placement.account):role/aws-service-role/*"]
    }
    let kinds = facts.entries.map(\.kind)
    if facts.level == .tag {
      let tagged = own.filter { name in kinds.contains { $0.matches(name) } }
      if !tagged.isEmpty { return Set(tagged) }
    }
    var found: Set<String> = []
    var open: [ResourceKind] = []
    let families = Dictionary(grouping: facts.entries, by: \.kind.family)
    let isAnyRequired = facts.entries.contains(where: \.isRequired)
    for family in families.values {
      let names = family.flatMap { known($0.kind) }
      found.formUnion(names)
      if !names.isEmpty { continue }
      let isNeeded = family.contains(where: \.isRequired) || Self.checksAll(action, facts.level, isAnyRequired)
      if isNeeded { open += family.map(\.kind) }
    }
    if found.isEmpty, open.isEmpty { open = kinds }
    // So many kinds say no more than all of them.
    if found.isEmpty, open.count > 8 { return ["*"] }
    return found.union(open.map { $0.pattern(in: placement) })
  }

  /// The known resources of a kind; for a kind below another one, such as objects, what lies below the known ones.
  private func known(_ kind: ResourceKind) -> [String] {
    var names = own.filter(kind.matches)
    if names.isEmpty || namesSiblings { names += related.filter(kind.matches) }
    if !names.isEmpty { return names }
    let parents = ActionResources.kinds(ofService: kind.service)
    return (own + related).flatMap { name in parents.compactMap { kind.pattern(below: name, of: $0) } }
  }

  /// Whether a call may be checked against kinds that it does not name: those that a service takes by default, or finds itself.
  ///
  /// Amazon EC2 finds the network interface of an address; Amazon RDS takes its default option and parameter groups.
  private static func checksAll(_ action: IAMAction, _ level: ActionResources.Level, _ isAnyRequired: Bool) -> Bool {
    switch action.service {
    case "rds", "elasticache": level == .write
    case "ec2": level == .write && !isAnyRequired
    default: false
    }
  }
}
