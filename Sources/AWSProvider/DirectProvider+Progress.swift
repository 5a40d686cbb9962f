import StrataDeployment
import StrataModel

extension DirectProvider {
  /// Types whose service gives each object a status that is no longer the usual one from the answer to its delete on, where the handler calls
  /// an object ready only when the status is the usual one.
  ///
  /// Sources: the status values of DBInstance (Amazon RDS User Guide, "Viewing DB instance status"), ReplicationGroup (ElastiCache API),
  /// TableDescription (DynamoDB API), NatGateway, VpcEndpoint, TransitGateway, TransitGatewayVpcAttachment, VpnConnection and InstanceState
  /// (Amazon EC2 API), and FirewallStatus (Network Firewall API).
  private static let typesWithStatus: Set<String> = [
    "AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table", "AWS::EC2::Instance", "AWS::EC2::NatGateway", "AWS::EC2::TransitGateway",
    "AWS::EC2::TransitGatewayVpcAttachment", "AWS::EC2::VPCEndpoint", "AWS::EC2::VPNConnection", "AWS::ElastiCache::ReplicationGroup",
    "AWS::NetworkFirewall::Firewall", "AWS::RDS::DBInstance",
  ]

  func showsProgress(of target: ObjectTarget) -> Bool { Self.typesWithStatus.contains(target.type) }

  func isInProgress(_ target: ObjectTarget) async throws(ProviderError) -> Bool {
    let call = try call(target)
    return try await perform(target.type) { handler in
      switch try await handler.readiness(call, after: .update) {
      case .ready: false
      // What failed may be on its way out as well.
      case .pending, .identified, .failed: true
      }
    }
  }
}
