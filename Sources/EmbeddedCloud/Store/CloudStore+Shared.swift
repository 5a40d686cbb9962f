import StrataModel

extension CloudStore {
  /// An object of another account that is shared with the account of a scope, or an object that a service keeps for one of its own.
  ///
  /// Sources: RAM user guide, "Sharing your AWS resources" (the share names ARNs and principals: accounts, units, organizations); Network Firewall
  /// developer guide, "Firewall endpoints" (a firewall's endpoints are VPC endpoints, which routes name).
  func findShared(_ type: String, named name: String, from scope: CloudScope) -> Int? {
    if type == "AWS::EC2::VPCEndpoint" { return firewall(withEndpoint: name, in: scope) }
    if let number = attachment(type, named: name, toGatewayOf: scope) { return number }
    for (key, shares) in byType where key.type == "AWS::RAM::ResourceShare" && key.scope.account != scope.account {
      let owner = key.scope
      guard owner.region == scope.region, let number = keys[ObjectKey(type: type, scope: owner, name: name)] else { continue }
      if shares.contains(where: { objects[$0]?.shares(number) == true }) { return number }
    }
    return nil
  }

  /// An attachment of another account to a transit gateway of this one, which sees and routes it (Amazon VPC Transit Gateways guide,
  /// "Transit gateway sharing considerations").
  private func attachment(_ type: String, named name: String, toGatewayOf scope: CloudScope) -> Int? {
    guard type.hasPrefix("AWS::EC2::TransitGateway"), type.hasSuffix("Attachment") else { return nil }
    for key in byType.keys where key.type == type && key.scope.account != scope.account {
      guard let number = keys[ObjectKey(type: type, scope: key.scope, name: name)] else { continue }
      let isOurs = objects[number]?.references.contains { reference in
        objects[reference.target].map { $0.type == "AWS::EC2::TransitGateway" && $0.scope == scope } ?? false
      }
      if isOurs == true { return number }
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
  /// Whether this is a share that holds an object.
  ///
  /// Its lists are write-only, so the cloud keeps what they refer to and not whom they name: each share is open to every account.
  fileprivate func shares(_ number: Int) -> Bool {
    phase == .present && references.contains { $0.target == number && $0.property == "ResourceArns" }
  }
}
