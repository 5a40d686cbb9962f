import AWSClient
import StrataModel

/// What associations of subnets and of gateways with route tables have in common.
enum RouteTableAssociation {
  /// Associates what the declaration names, and answers with the association's identifier.
  static func associate(_ call: ResourceCall) async throws -> String {
    let answer = try await call.send("ec2", "AssociateRouteTable", call.ec2Input("AssociateRouteTable"))
    guard let identifier = answer["AssociationId"]?.string else {
      throw ProviderFailure.invalid("ec2:AssociateRouteTable answered without an association.")
    }
    return identifier
  }

  /// Whether an association, as a route table shows it, has been made.
  static func readiness(of association: AWSValue?) -> Readiness {
    switch association?["AssociationState"]?["State"]?.string {
    case "associating", nil: .pending(after: 500)
    case "failed": .failed("The association with the route table failed.")
    default: .ready
    }
  }
}
