import StrataModel

extension CloudStore {
  /// An object of another account that is shared with the account of a scope, or an object that a service keeps for one of its own.
  ///
  /// Sources: RAM user guide, "Sharing your AWS resources" (the share names ARNs and principals: accounts, units, organizations); Network Firewall
  /// developer guide, "Firewall endpoints" (a firewall's endpoints are VPC endpoints, which routes name).
  func findShared(_ type: String, named name: String, from scope: CloudScope) -> Int? {
    if type == "AWS::EC2::VPCEndpoint" { return firewall(withEndpoint: name, in: scope) }
    for (key, shares) in byType where key.type == "AWS::RAM::ResourceShare" && key.scope.account != scope.account {
      let owner = key.scope
      guard owner.region == scope.region, let number = keys[ObjectKey(type: type, scope: owner, name: name)] else { continue }
      if shares.contains(where: { objects[$0]?.shares(name, with: scope.account) == true }) { return number }
    }
    return nil
  }

  private func firewall(withEndpoint name: String, in scope: CloudScope) -> Int? {
    let firewalls = objects(of: "AWS::NetworkFirewall::Firewall", in: scope)
    for firewall in firewalls {
      let endpoints = firewall.attributes["EndpointIds"]?.arrayValue ?? []
      if endpoints.contains(where: { $0.stringValue?.hasSuffix(":" + name) == true }) { return firewall.number }
    }
    return nil
  }
}

extension CloudObject {
  /// Whether this is a share that holds an object and is open to an account; members of organizations and units are not told apart.
  fileprivate func shares(_ name: String, with account: String) -> Bool {
    guard phase == .present else { return false }
    let resources = inputs["ResourceArns"]?.arrayValue ?? []
    let isHeld = resources.contains { resource in
      resource.stringValue?.hasSuffix("/" + name) == true || resource.stringValue?.hasSuffix(":" + name) == true
    }
    guard isHeld else { return false }
    return (inputs["Principals"]?.arrayValue ?? []).contains { principal in
      principal.stringValue == account || principal.stringValue?.contains(":organization/") == true
        || principal.stringValue?.contains(":ou/") == true
    }
  }
}
