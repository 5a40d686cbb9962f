/// What an IAM action can be limited to.
///
/// Source: Service Authorization Reference, "Actions defined by …" and "Resource types defined by …" of each service.
public struct ActionResources: Sendable, Hashable {
  /// What an action does.
  public enum Level: String, Sendable, Hashable {
    case read
    case tag
    /// Changes a resource, or who may use it.
    case write
  }

  /// A kind of resource that the action is checked against.
  public struct Entry: Sendable, Hashable {
    public let kind: ResourceKind
    /// Whether each call names one; the others are checked only where a call names one.
    public let isRequired: Bool
  }

  public let level: Level
  /// None for an action that policies can allow for all resources or for none.
  public let entries: [Entry]

  /// What an action can be limited to; `nil` for one that no call of ours needs.
  public static func of(_ action: IAMAction) -> ActionResources? { all.actions[action] }

  /// The kinds of resources that are objects of a type, most fitting first; none where the type's objects have no ARN.
  static func kinds(ofType type: String) -> [ResourceKind] {
    let name = String(type.dropFirst("AWS::".utf8.count))
    guard let short = name.split(separator: ":").last, let operations = HandlerOperations.all[type] else { return [] }
    let services = Set(operations.create.flatMap(IAMAction.needed).map(\.service))
    let kinds = services.sorted().flatMap { all.kinds[$0] ?? [] }
    if let given = named[name] { return kinds.filter { given.contains($0.name) } }
    let word = folded(short)
    return kinds.filter { folded($0.family) == word }
  }

  /// The kinds whose ARNs have a service's prefix.
  static func kinds(ofService service: String) -> [ResourceKind] { all.kinds[service] ?? [] }

  /// Types whose name is not their kind's.
  private static let named: [String: Set<String>] = [
    "CloudWatch::CompositeAlarm": ["alarm"],
    "DynamoDB::GlobalTable": ["table"],
    "EC2::EIP": ["elastic-ip"],
    "EC2::FlowLog": ["vpc-flow-log"],
    "EC2::TransitGatewayVpcAttachment": ["transit-gateway-attachment"],
    "ElasticLoadBalancingV2::ListenerRule": ["listener-rule/app", "listener-rule/net"],
    "Events::Rule": ["rule-on-custom-event-bus", "rule-on-default-event-bus"],
    "IAM::ManagedPolicy": ["policy"],
    "KMS::ReplicaKey": ["key"],
    "Lambda::Alias": ["function_alias"],
    "Lambda::Version": ["function_version"],
    "RDS::DBCluster": ["cluster"],
    "RDS::DBClusterParameterGroup": ["cluster-pg"],
    "RDS::DBInstance": ["db"],
    "RDS::DBParameterGroup": ["pg"],
    "RDS::DBSubnetGroup": ["subgrp"],
    "RDS::EventSubscription": ["es"],
    "RDS::OptionGroup": ["og"],
  ]

  /// Letters and digits in lowercase: `InternetGateway` and `internet-gateway` are the same word.
  static func folded(_ text: Substring) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  private static let all: (actions: [IAMAction: ActionResources], kinds: [String: [ResourceKind]]) = {
    var actions: [IAMAction: ActionResources] = [:]
    var kinds: [String: [ResourceKind]] = [:]
    var service = ""
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      if !line.hasPrefix(" ") {
        service = String(line)
      } else if words.count == 3, words[1] == "=" {
        kinds[service, default: []] += [ResourceKind(words[0], template: words[2])].compactMap(\.self)
      } else if words.count > 2, let level = Level(rawValue: String(words[0])) {
        let entries = words[1].split(separator: ",").compactMap { word -> Entry? in
          let name = word.hasSuffix("!") ? word.dropLast() : word
          return kinds[service]?.first { $0.name == name }.map { Entry(kind: $0, isRequired: word.hasSuffix("!")) }
        }
        for name in words.dropFirst(2) { actions[IAMAction(service, String(name))] = ActionResources(level: level, entries: entries) }
      }
    }
    return (actions, kinds)
  }()
}
