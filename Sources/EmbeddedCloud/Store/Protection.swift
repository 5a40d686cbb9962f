import StrataModel

/// Properties that keep an object from being deleted.
///
/// Sources: DeleteDBInstance (`InvalidParameterCombination`), DeleteTable, DeleteUserPool, DeleteLoadBalancer (`OperationNotPermitted`),
/// TerminateInstances (`OperationNotPermitted`), DeleteFirewall (`InvalidOperationException`), API references.
enum Protection {
  private static let flags = [
    "DeletionProtection", "DeletionProtectionEnabled", "DeleteProtection", "FirewallDeleteProtection", "DisableApiTermination",
    "TerminationProtectionEnabled", "EnableTerminationProtection", "DeletionProtectionConfig",
  ]

  /// The property that protects an object with these inputs; `nil` for one that may go.
  static func property(protecting inputs: PropertyObject) -> String? {
    for name in flags {
      switch inputs[name] {
      case .bool(true)?, .string("true")?, .string("ACTIVE")?, .string("ENABLED")?: return name
      default: continue
      }
    }
    for attribute in inputs["LoadBalancerAttributes"]?.arrayValue ?? []
    where attribute["Key"] == "deletion_protection.enabled" && attribute["Value"]?.scalarText == "true" {
      return "LoadBalancerAttributes"
    }
    return nil
  }

  static func serviceCode(_ type: String) -> String {
    switch type {
    case "AWS::RDS::DBInstance", "AWS::RDS::DBCluster": "InvalidParameterCombination"
    case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable": "ValidationException"
    case "AWS::Cognito::UserPool": "InvalidParameterException"
    case "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::EC2::Instance": "OperationNotPermitted"
    default: "InvalidOperationException"
    }
  }
}
