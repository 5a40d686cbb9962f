import StrataDeployment
import StrataModel

/// What a new account may have per region, until AWS grants more.
///
/// Source: Amazon VPC quotas (5 VPCs and 5 internet gateways per region, 20 NACL rules per direction) and EC2 quotas (5 elastic IPs).
/// Only with `enforcesQuotas`: accounts that deploy much have had these raised.
struct RegionalQuotaRule: CloudRule {
  private static let limits: [String: (limit: Int, code: String)] = [
    "AWS::EC2::EIP": (5, "AddressLimitExceeded"), "AWS::EC2::VPC": (5, "VpcLimitExceeded"),
    "AWS::EC2::InternetGateway": (5, "InternetGatewayLimitExceeded"),
  ]

  let summary = "A region holds 5 VPCs, 5 internet gateways and 5 elastic IPs, if quotas are enforced."
  let source = "VPC and EC2 quotas"
  var types: [String] { Array(Self.limits.keys) }

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard change.kind == .create, cloud.enforcesQuotas, let (limit, code) = Self.limits[change.type] else { return }
    if cloud.count(of: change.type, in: change.scope) >= limit {
      throw CloudErrors.limit(
        code, "The maximum number of \(CloudErrors.words(change.type))s of \(change.region) has been reached: \(limit)")
    }
  }
}
