import AWSClient
import StrataModel

/// Load balancers: elasticloadbalancing:CreateLoadBalancer and its companions.
///
/// Attributes are a call of their own.
struct LoadBalancerHandler: ResourceHandler {
  static let type = "AWS::ElasticLoadBalancingV2::LoadBalancer"
  static let waits: Set<Intent.Operation> = [.create, .update]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("elbv2", "CreateLoadBalancer")
    if let pool = AWSValue(call.properties["Ipv4IpamPoolId"]) { input["IpamPools"] = ["Ipv4IpamPoolId": pool] }
    let answer = try await call.send("elbv2", "CreateLoadBalancer", input)
    guard let balancer = answer["LoadBalancers"]?.list?.first, let arn = balancer["LoadBalancerArn"]?.string else {
      throw ProviderFailure.invalid("elasticloadbalancing:CreateLoadBalancer answered without a load balancer.")
    }
    var document = document(call, balancer, arn)
    try await call.complete(arn) {
      if let attributes = call.elbAttributes("LoadBalancerAttributes") {
        let answer = try await call.send(
          "elbv2", "ModifyLoadBalancerAttributes", ["LoadBalancerArn": .string(arn), "Attributes": attributes])
        document["LoadBalancerAttributes"] = call.elbAttributes(answer)
      }
      if let enforcement = call.text("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic") {
        try await setGroups(call, arn, enforcement: enforcement)
      }
      try await reserve(call, arn)
    }
    return CreatedObject(arn, attributes: document)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let balancer = try await call.describeELB("DescribeLoadBalancers", "LoadBalancerArns", in: "LoadBalancers") else { return nil }
    var document = document(call, balancer, call.identifier)
    let attributes = try await call.send("elbv2", "DescribeLoadBalancerAttributes", ["LoadBalancerArn": .string(call.identifier)])
    document["LoadBalancerAttributes"] = call.elbAttributes(attributes)
    document["Tags"] = try await call.elbTags()
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    if call.changed.contains("LoadBalancerAttributes"),
      let attributes = call.elbAttributeChanges("LoadBalancerAttributes", defaults: Self.defaults)
    {
      try await call.send("elbv2", "ModifyLoadBalancerAttributes", ["LoadBalancerArn": arn, "Attributes": attributes])
    }
    if call.changed.contains("SecurityGroups") || call.changed.contains("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic") {
      try await setGroups(call, call.identifier, enforcement: call.text("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"))
    }
    let places: Set<String> = ["Subnets", "SubnetMappings", "EnablePrefixForIpv6SourceNat"]
    if !places.isDisjoint(with: call.changed) {
      try await call.send("elbv2", "SetSubnets", call.input("elbv2", "SetSubnets").merging(["LoadBalancerArn": arn]) { _, new in new })
    } else if call.changed.contains("IpAddressType") {
      let kind = AWSValue.string(call.text("IpAddressType") ?? "ipv4")
      try await call.send("elbv2", "SetIpAddressType", ["LoadBalancerArn": arn, "IpAddressType": kind])
    }
    if call.changed.contains("Ipv4IpamPoolId") {
      let pool = AWSValue(call.properties["Ipv4IpamPoolId"])
      try await call.send(
        "elbv2", "ModifyIpPools",
        ["LoadBalancerArn": arn, "IpamPools": pool.map { ["Ipv4IpamPoolId": $0] }, "RemoveIpamPools": pool == nil ? ["ipv4"] : nil])
    }
    if call.changed.contains("MinimumLoadBalancerCapacity") { try await reserve(call, call.identifier) }
    try await call.updateELBTags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let arn = AWSValue.string(call.identifier)
    if call.liftsProtection {
      try await call.send(
        "elbv2", "ModifyLoadBalancerAttributes",
        ["LoadBalancerArn": arn, "Attributes": [["Key": "deletion_protection.enabled", "Value": "false"]]])
    }
    try await call.send("elbv2", "DeleteLoadBalancer", ["LoadBalancerArn": arn])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let arn = filter.text("LoadBalancerArn") { return [arn] }
    let all = try await call.pages("elbv2", "DescribeLoadBalancers")
    let name = filter.text("Name")
    return all.filter { name == nil || $0["LoadBalancerName"]?.string == name }.compactMap { $0["LoadBalancerArn"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let balancer = try await call.describeELB("DescribeLoadBalancers", "LoadBalancerArns", in: "LoadBalancers")
    switch balancer?["State"]?["Code"]?.string {
    case "active", "active_impaired": return .ready
    case "failed": return .failed(balancer?["State"]?["Reason"]?.string ?? "The load balancer failed.")
    case "provisioning": return .pending(after: 5_000)
    default: return .pending(after: 1_000)
    }
  }

  /// Values of attributes of a new application load balancer (user guide, "Load balancer attributes").
  private static let defaults = [
    "access_logs.s3.enabled": "false", "connection_logs.s3.enabled": "false", "deletion_protection.enabled": "false",
    "idle_timeout.timeout_seconds": "60", "client_keep_alive.seconds": "3600", "routing.http.desync_mitigation_mode": "defensive",
    "routing.http.drop_invalid_header_fields.enabled": "false", "routing.http.preserve_host_header.enabled": "false",
    "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "false", "routing.http.xff_client_port.enabled": "false",
    "routing.http.xff_header_processing.mode": "append", "routing.http2.enabled": "true", "waf.fail_open.enabled": "false",
    "zonal_shift.config.enabled": "false",
  ]

  private func setGroups(_ call: ResourceCall, _ arn: String, enforcement: String?) async throws {
    try await call.send(
      "elbv2", "SetSecurityGroups",
      [
        "LoadBalancerArn": .string(arn), "SecurityGroups": .strings(MemberChange.texts(call.properties["SecurityGroups"])),
        "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic": enforcement.map { .string($0) },
      ])
  }

  private func reserve(_ call: ResourceCall, _ arn: String) async throws {
    let capacity = call.input("elbv2", "ModifyCapacityReservation")["MinimumLoadBalancerCapacity"] ?? nil
    guard capacity != nil || call.previous["MinimumLoadBalancerCapacity"] != nil else { return }
    try await call.send(
      "elbv2", "ModifyCapacityReservation",
      [
        "LoadBalancerArn": .string(arn), "MinimumLoadBalancerCapacity": capacity,
        "ResetCapacityReservation": capacity == nil ? true : nil,
      ])
  }

  private func document(_ call: ResourceCall, _ balancer: AWSValue, _ arn: String) -> PropertyObject {
    var document = call.document(balancer, renaming: ["Name": "LoadBalancerName"])
    document["LoadBalancerFullName"] = arn.after("loadbalancer/").map { .string($0) }
    document["Ipv4IpamPoolId"] = balancer["IpamPools"]?["Ipv4IpamPoolId"]?.string.map { .string($0) }
    let zones = balancer["AvailabilityZones"]?.list ?? []
    document["Subnets"] = .array(zones.compactMap { $0["SubnetId"]?.string.map { .string($0) } })
    document["SubnetMappings"] = .array(
      zones.map { zone in
        var mapping = PropertyObject()
        mapping["SubnetId"] = zone["SubnetId"]?.string.map { .string($0) }
        let address = zone["LoadBalancerAddresses"]?.list?.first
        for member in ["AllocationId", "PrivateIPv4Address", "IPv6Address"] {
          mapping[member] = address?[member]?.string.map { .string($0) }
        }
        mapping["SourceNatIpv6Prefix"] = zone["SourceNatIpv6Prefixes"]?.list?.first?.string.map { .string($0) }
        return .object(mapping)
      })
    return document
  }
}
