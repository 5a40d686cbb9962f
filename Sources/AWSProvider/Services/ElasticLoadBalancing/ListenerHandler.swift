import AWSClient
import StrataModel

/// Listeners of load balancers: elasticloadbalancing:CreateListener and its companions.
struct ListenerHandler: ResourceHandler {
  static let type = "AWS::ElasticLoadBalancingV2::Listener"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("elbv2", "CreateListener", call.input("elbv2", "CreateListener"))
    guard let listener = answer["Listeners"]?.list?.first, let arn = listener["ListenerArn"]?.string else {
      throw ProviderFailure.invalid("elasticloadbalancing:CreateListener answered without a listener.")
    }
    var document = call.document(listener)
    try await call.complete(arn) {
      if let attributes = call.elbAttributes("ListenerAttributes") {
        let answer = try await call.send("elbv2", "ModifyListenerAttributes", ["ListenerArn": .string(arn), "Attributes": attributes])
        document["ListenerAttributes"] = call.elbAttributes(answer)
      }
    }
    return CreatedObject(arn, attributes: document)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let listener = try await call.describeELB("DescribeListeners", "ListenerArns", in: "Listeners") else { return nil }
    var document = call.document(listener)
    let attributes = try await call.send("elbv2", "DescribeListenerAttributes", ["ListenerArn": .string(call.identifier)])
    document["ListenerAttributes"] = call.elbAttributes(attributes)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    if call.changed != ["ListenerAttributes"] {
      var input = call.input("elbv2", "ModifyListener")
      input["ListenerArn"] = arn
      if call.changed.contains("AlpnPolicy"), call.properties["AlpnPolicy"] == nil { input["AlpnPolicy"] = ["None"] }
      if call.changed.contains("MutualAuthentication"), call.properties["MutualAuthentication"] == nil {
        input["MutualAuthentication"] = ["Mode": "off"]
      }
      try await call.send("elbv2", "ModifyListener", input)
    }
    if call.changed.contains("ListenerAttributes"), let attributes = call.elbAttributeChanges("ListenerAttributes", defaults: [:]) {
      try await call.send("elbv2", "ModifyListenerAttributes", ["ListenerArn": arn, "Attributes": attributes])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("elbv2", "DeleteListener", ["ListenerArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var balancers = [filter.text("LoadBalancerArn")].compactMap { $0 }
    if balancers.isEmpty {
      balancers = try await call.pages("elbv2", "DescribeLoadBalancers").compactMap { $0["LoadBalancerArn"]?.string }
    }
    var listeners: [String] = []
    for balancer in balancers {
      let found = try await call.pages("elbv2", "DescribeListeners", ["LoadBalancerArn": .string(balancer)])
      listeners += found.compactMap { $0["ListenerArn"]?.string }
    }
    return listeners
  }
}
