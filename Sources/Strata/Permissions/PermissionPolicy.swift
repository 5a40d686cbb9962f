import AWSProvider
import ResourceCatalog
import StrataModel

/// The least IAM policy with which a list of steps can be carried out in one account.
///
/// Actions are as narrow as what the handlers call. Resources are narrowed to the ARNs that the steps touch, wherever the action can be limited to
/// them and the name is known: given in the program, recorded, or chosen by the engine but for its end. Everything else is narrowed by region.
struct PermissionPolicy {
  /// The account that the policy is for.
  let account: String
  private(set) var statements: [PropertyObject] = []
  /// The types that go through Cloud Control, whose services' own actions are not known here; ascending.
  private(set) var indirectTypes: [String] = []

  /// The most characters that a managed policy holds, white space not counted (IAM User Guide, "IAM and AWS STS quotas").
  static let managedPolicyLimit = 6_144

  /// - Parameters:
  ///   - account: the account whose steps count.
  ///   - steps: what is to be done; each with the type, its operation, where, and the desired properties if it has them.
  init(account: String, steps: [Step]) {
    self.account = account
    let own = steps.filter { $0.placement.account == account }
    var needed: [IAMAction: Set<String>] = [:]
    var indirect: Set<String> = []
    var passed: Set<String> = []
    var keys: Set<String> = []
    var usesUnknownKeys = false
    for step in own {
      let actions: [IAMAction]
      if let given = step.actions {
        actions = given
      } else if step.type == ActionSpecification.type {
        actions = ActionPermissions.actions(for: step.properties ?? [:], step.operation)
      } else if let known = ResourcePermissions.actions(ofType: step.type, for: step.operation) {
        actions = known
      } else {
        actions = ResourcePermissions.cloudControlActions(for: step.operation)
        if !actions.isEmpty { indirect.insert(step.type) }
      }
      if actions.isEmpty { continue }
      let scope = step.scope
      for action in actions { needed[action, default: []].formUnion(scope.resources(for: action)) }
      guard step.operation != .delete, step.type != ActionSpecification.type, let properties = step.properties else {
        continue
      }
      let grants = NeededGrants(type: step.type, properties: properties, placement: step.placement)
      passed.formUnion(grants.passedRoles)
      keys.formUnion(grants.usedKeys)
      usesUnknownKeys = usesUnknownKeys || grants.usesUnknownKeys
    }
    indirectTypes = indirect.sorted()
    let regions = Set(own.map(\.placement.region)).sorted()
    let condition: PropertyValue = ["StringEquals": ["aws:RequestedRegion": .array(regions.map { .string($0) })]]
    statements = Self.grouped(needed).map { group in
      let isBound = group.actions.contains(where: Self.isGlobal) || group.resources.allSatisfy { ARNPattern.region(of: $0) != nil }
      return Self.statement(group.sid, group.actions, on: group.resources, condition: isBound ? nil : condition)
    }
    if !passed.isEmpty { statements.append(Self.statement("PassRoles", [IAMAction("iam", "PassRole")], on: passed.sorted())) }
    if usesUnknownKeys, let partition = own.first?.placement.partition {
      keys.formUnion(regions.map { "arn:\(partition):kms:\($0):\(account):key/*" })
    }
    if !keys.isEmpty {
      let keys = ARNPattern.reduced(keys)
      let use = ["Decrypt", "DescribeKey", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"].map { IAMAction("kms", $0) }
      statements.append(Self.statement("UseKeys", use, on: keys))
      statements.append(
        Self.statement(
          "GrantKeysToServices", [IAMAction("kms", "CreateGrant")], on: keys,
          condition: ["Bool": ["kms:GrantIsForAWSResource": "true"]]))
    }
  }

  /// One statement for each service and set of resources; first what cannot be limited.
  private static func grouped(_ needed: [IAMAction: Set<String>]) -> [(sid: String, actions: [IAMAction], resources: [String])] {
    var groups: [Group: [IAMAction]] = [:]
    for (action, resources) in needed {
      groups[Group(service: action.service, isGlobal: isGlobal(action), resources: ARNPattern.reduced(resources)), default: []].append(
        action)
    }
    var numbers: [String: Int] = [:]
    return groups.sorted { $0.key < $1.key }.map { group, actions in
      var name = sid(group.service)
      if group.resources != ["*"] { name += "Named" }
      numbers[name, default: 0] += 1
      if let number = numbers[name], number > 1 { name += String(number) }
      return (name, actions.sorted(), group.resources)
    }
  }

  private struct Group: Hashable, Comparable {
    var service: String
    var isGlobal: Bool
    var resources: [String]

    static func < (left: Group, right: Group) -> Bool {
      if left.service != right.service { return left.service < right.service }
      if left.resources != right.resources {
        return left.resources == ["*"] || right.resources != ["*"] && left.resources.lexicographicallyPrecedes(right.resources)
      }
      return left.isGlobal && !right.isGlobal
    }
  }

  /// The policy documents, each of a managed policy's size at most; several only where one does not hold all statements.
  var documents: [PropertyValue] {
    var parts: [(statements: [PropertyObject], size: Int)] = []
    for statement in statements.flatMap(Self.fitting) {
      let length = Self.length(of: statement) + 1
      if let index = parts.firstIndex(where: { $0.size + length <= Self.managedPolicyLimit }) {
        parts[index].statements.append(statement)
        parts[index].size += length
      } else {
        parts.append(([statement], Self.frame + length))
      }
    }
    return parts.map { ["Version": "2012-10-17", "Statement": .array($0.statements.map { .object($0) })] }
  }

  /// The characters of a document around its statements, rounded up.
  private static let frame = 64

  private static func length(of statement: PropertyObject) -> Int {
    JSONWriter.plainText(of: .object(statement)).filter { !$0.isWhitespace }.count
  }

  /// A statement that no policy holds, as several that name fewer resources each.
  private static func fitting(_ statement: PropertyObject) -> [PropertyObject] {
    guard length(of: statement) + 1 + frame > managedPolicyLimit, let resources = statement["Resource"]?.arrayValue, resources.count > 1,
      let sid = statement["Sid"]?.stringValue
    else { return [statement] }
    let half = resources.count / 2
    return [("A", resources[..<half]), ("B", resources[half...])].flatMap { end, part in
      var smaller = statement
      smaller["Sid"] = .string(sid + end)
      smaller["Resource"] = .array(Array(part))
      return fitting(smaller)
    }
  }

  /// Whether an action is of a service with one endpoint for all regions, or looks at all regions.
  private static func isGlobal(_ action: IAMAction) -> Bool {
    let services: Set = ["iam", "cloudfront", "route53", "organizations", "budgets", "ce", "shield", "sts"]
    return services.contains(action.service) || action == IAMAction("s3", "ListAllMyBuckets")
  }

  /// A statement id of letters and digits, the only ones that IAM takes.
  private static func sid(_ service: String) -> String {
    service.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func statement(
    _ sid: String, _ actions: [IAMAction], on resources: [String], condition: PropertyValue? = nil
  ) -> PropertyObject {
    var statement: PropertyObject = [
      "Sid": .string(sid), "Effect": "Allow", "Action": .array(actions.map { .string($0.description) }),
      "Resource": .array(resources.map { .string($0) }),
    ]
    statement["Condition"] = condition
    return statement
  }
}
