import AWSProvider
import ResourceCatalog
import StrataModel

/// The least IAM policy with which a list of steps can be carried out in one account.
///
/// Actions are as narrow as what the handlers call. Resources are narrowed by region, not by name: what a create makes has no name yet, and an
/// action that knows no resource is denied by a policy that names one. Roles that are passed on and keys that services use are named.
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
    var regional: Set<IAMAction> = []
    var global: Set<IAMAction> = []
    var indirect: Set<String> = []
    var passed: Set<String> = []
    var usesKeys = false
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
      for action in actions {
        if Self.isGlobal(action) { global.insert(action) } else { regional.insert(action) }
      }
      guard !actions.isEmpty, step.operation != .delete, step.type != ActionSpecification.type, let properties = step.properties else {
        continue
      }
      let grants = NeededGrants(type: step.type, properties: properties, placement: step.placement)
      passed.formUnion(grants.passedRoles)
      usesKeys = usesKeys || grants.usesKeys
    }
    indirectTypes = indirect.sorted()
    guard let place = own.first?.placement else { return }
    let regions = Set(own.map(\.placement.region)).sorted()
    let condition: PropertyValue = ["StringEquals": ["aws:RequestedRegion": .array(regions.map { .string($0) })]]
    for (service, actions) in Self.byService(regional) {
      statements.append(Self.statement(Self.sid(service), actions, on: ["*"], condition: condition))
    }
    for (service, actions) in Self.byService(global) { statements.append(Self.statement(Self.sid(service), actions, on: ["*"])) }
    if !passed.isEmpty { statements.append(Self.statement("PassRoles", [IAMAction("iam", "PassRole")], on: passed.sorted())) }
    if usesKeys {
      let keys = regions.map { "arn:\(place.partition):kms:\($0):\(account):key/*" }
      let use = ["Decrypt", "DescribeKey", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"].map { IAMAction("kms", $0) }
      statements.append(Self.statement("UseKeys", use, on: keys))
      statements.append(
        Self.statement(
          "GrantKeysToServices", [IAMAction("kms", "CreateGrant")], on: keys,
          condition: ["Bool": ["kms:GrantIsForAWSResource": "true"]]))
    }
  }

  /// The policy documents, each of a managed policy's size at most; several only where one does not hold all statements.
  var documents: [PropertyValue] {
    var parts: [[PropertyObject]] = []
    var size = 0
    for statement in statements {
      let length = JSONWriter.plainText(of: .object(statement)).filter { !$0.isWhitespace }.count + 1
      if parts.isEmpty || size + length > Self.managedPolicyLimit {
        parts.append([])
        size = 64
      }
      parts[parts.count - 1].append(statement)
      size += length
    }
    return parts.map { ["Version": "2012-10-17", "Statement": .array($0.map { .object($0) })] }
  }

  /// Whether an action is of a service with one endpoint for all regions, or looks at all regions.
  private static func isGlobal(_ action: IAMAction) -> Bool {
    let services: Set = ["iam", "cloudfront", "route53", "organizations", "budgets", "ce", "shield", "sts"]
    return services.contains(action.service) || action == IAMAction("s3", "ListAllMyBuckets")
  }

  private static func byService(_ actions: Set<IAMAction>) -> [(service: String, actions: [IAMAction])] {
    Dictionary(grouping: actions, by: \.service).map { ($0.key, $0.value.sorted()) }.sorted { $0.0 < $1.0 }
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

  /// What a policy must know of a step.
  struct Step {
    var type: String
    var operation: PlanStep.Operation
    var placement: Placement
    /// The desired properties, with references replaced by what is known of them.
    var properties: PropertyObject?
    /// What is needed where the type does not tell.
    var actions: [IAMAction]?
  }
}
