import StrataDeployment
import StrataModel

/// A DB subnet group covers two zones.
///
/// Source: RDS API reference, CreateDBSubnetGroup (`DBSubnetGroupDoesNotCoverEnoughAZs`).
struct SubnetGroupZonesRule: CloudRule {
  let types = ["AWS::RDS::DBSubnetGroup"]
  let summary = "A DB subnet group has subnets in two zones."
  let source = "RDS CreateDBSubnetGroup"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    let subnets = change.referenced("AWS::EC2::Subnet", cloud)
    if !subnets.isEmpty, cloud.zones(of: subnets).count < 2 {
      throw CloudErrors.invalid(
        "DBSubnetGroupDoesNotCoverEnoughAZs",
        "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Add subnets to cover at least 2 AZs.",
        "SubnetIds")
    }
  }
}
