import AWSClient
import StrataModel

/// Subscriptions to standards: securityhub:BatchEnableStandards and its companions.
///
/// Single controls are disabled one by one, and only once the subscription has made them.
struct SecurityHubStandardHandler: ResourceHandler {
  static let type = "AWS::SecurityHub::Standard"
  static let waits: Set<Intent.Operation> = [.create, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let request: AWSValue = ["StandardsArn": .string(try call.required("StandardsArn"))]
    let answer = try await call.send("securityhub", "BatchEnableStandards", ["StandardsSubscriptionRequests": [request]])
    guard let arn = answer["StandardsSubscriptions"]?.list?.first?["StandardsSubscriptionArn"]?.string else {
      throw ProviderFailure.invalid("securityhub:BatchEnableStandards answered without a subscription")
    }
    try await call.complete(arn) {
      try await setControls(call)
    }
    return CreatedObject(arn, attributes: ["StandardsSubscriptionArn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let subscription = try await subscription(call) else { return nil }
    var document = call.document(subscription)
    let controls = try await call.pages(
      "securityhub", "DescribeStandardsControls", ["StandardsSubscriptionArn": .string(call.identifier)])
    let disabled = controls.filter { $0["ControlStatus"]?.string == "DISABLED" }.map { control -> AWSValue in
      var members: [String: AWSValue] = ["StandardsControlArn": control["StandardsControlArn"] ?? ""]
      members["Reason"] = control["DisabledReason"]
      return .structure(members)
    }
    document["DisabledStandardsControls"] = call.document(["DisabledStandardsControls": .list(disabled)])["DisabledStandardsControls"]
    return document
  }

  func update(_ call: ResourceCall) async throws { try await setControls(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("securityhub", "BatchDisableStandards", ["StandardsSubscriptionArns": [.string(call.identifier)]])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let standard = filter.text("StandardsArn")
    return try await call.pages("securityhub", "GetEnabledStandards")
      .filter { standard == nil || $0["StandardsArn"]?.string == standard }.compactMap { $0["StandardsSubscriptionArn"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let subscription = try await subscription(call)
    switch subscription?["StandardsStatus"]?.string {
    case "PENDING", "DELETING": return .pending(after: 10_000)
    case "FAILED":
      let reason = subscription?["StandardsStatusReason"]?["StatusReasonCode"]?.string ?? "no reason given"
      return .failed("The subscription to the standard failed: \(reason).")
    default: return .ready
    }
  }

  private func subscription(_ call: ResourceCall) async throws -> AWSValue? {
    let answer = try await call.find(
      "securityhub", "GetEnabledStandards", ["StandardsSubscriptionArns": [.string(call.identifier)]],
      absent: SecurityHubAbsence.codes)
    return answer?["StandardsSubscriptions"]?.list?.first
  }

  /// Disables the controls that are declared so, and enables those that were and are no more.
  private func setControls(_ call: ResourceCall) async throws {
    let before = controls(call.previous)
    let after = controls(call.properties)
    for (control, reason) in after.sorted(by: { $0.key < $1.key }) where before[control] != reason {
      try await call.send(
        "securityhub", "UpdateStandardsControl",
        [
          "StandardsControlArn": .string(control), "ControlStatus": "DISABLED",
          "DisabledReason": reason.isEmpty ? "Disabled by declaration" : .string(reason),
        ])
    }
    for control in before.keys.sorted() where after[control] == nil {
      try await call.send(
        "securityhub", "UpdateStandardsControl", ["StandardsControlArn": .string(control), "ControlStatus": "ENABLED"])
    }
  }

  /// The reasons of the controls that are declared to be disabled, by ARN.
  private func controls(_ properties: PropertyObject) -> [String: String] {
    var controls: [String: String] = [:]
    for control in properties["DisabledStandardsControls"]?.arrayValue ?? [] {
      if let arn = control["StandardsControlArn"]?.stringValue { controls[arn] = control["Reason"]?.stringValue ?? "" }
    }
    return controls
  }
}
