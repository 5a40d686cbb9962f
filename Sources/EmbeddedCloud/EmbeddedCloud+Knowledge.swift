extension EmbeddedCloud {
  /// A refusal that goes beyond schemas.
  public struct RuleDescription: Sendable, Hashable {
    public var name: String
    /// What is refused, in a sentence.
    public var summary: String
    /// Where AWS says so.
    public var source: String
    public var types: [String]
  }

  /// Every rule beyond the schemas, by name.
  public static var rules: [RuleDescription] {
    CloudRules.all.map { rule in
      RuleDescription(name: "\(type(of: rule))", summary: rule.summary, source: rule.source, types: rule.types.sorted())
    }.sorted { $0.name < $1.name }
  }

  /// What this cloud accepts or does otherwise than AWS, as far as it is known.
  public static let knownGaps: [String] = [
    "IAM permissions are not evaluated: every caller may do everything. Conditions and resources of policies are not weighed.",
    "Data planes do not exist: no objects, items, messages, logs, images; a bucket or repository is always empty, and nothing runs.",
    "Service control policies and permission boundaries have no effect; a share with an organization is one with every account.",
    "Quotas are enforced only where a rule says so; adjustable ones only with enforcesQuotas.",
    "Beyond the 188 types of the tables, identifiers and ARNs follow from the schema and may differ from AWS's in form.",
    "References are checked where the value's form or the table of facts tells the kind; names in free text are not.",
    "Documents with a life of their own (state machines, dashboards, SSM documents, pipelines) are checked as the schema does.",
    "Actions of alarms, topics under a key that CloudWatch cannot use, and e-mail confirmations are accepted without effect.",
    "A client of the client credentials flow is accepted without a user pool domain, as by AWS; its token endpoint would be missing.",
    "Shield protections are accepted without a subscription, organization features without trusted access.",
    "Property transforms are applied where they only fold case.",
    "Availability zones are taken as they are named; default VPCs, subnets and security groups do not exist.",
    "Versions of engines, instance classes, runtimes and AMIs are accepted as the schema and cfn-lint's rules admit them.",
    "Actions can call the operations of actionOperations and no others.",
    "Of AWS's public parameters only those that name machine images have values, which are made up.",
    "Network interfaces that services leave behind (Lambda, load balancers) vanish with their owner.",
  ]
}
