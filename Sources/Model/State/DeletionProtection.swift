/// The switches of AWS's own that keep an object from being deleted.
///
/// Sources: the API references of DeleteDBInstance, DeleteTable, DeleteUserPool, DeleteLoadBalancer, TerminateInstances and DeleteFirewall.
public enum DeletionProtection {
  private static let flags = [
    "DeletionProtection", "DeletionProtectionEnabled", "DeleteProtection", "FirewallDeleteProtection", "DisableApiTermination",
    "TerminationProtectionEnabled", "EnableTerminationProtection", "DeletionProtectionConfig",
  ]

  /// The property whose value protects an object; `nil` for one that may go.
  public static func property(protecting properties: PropertyObject) -> String? {
    for name in flags {
      switch properties[name] {
      case .bool(true)?, .string("true")?, .string("ACTIVE")?, .string("ENABLED")?: return name
      default: continue
      }
    }
    for attribute in properties["LoadBalancerAttributes"]?.arrayValue ?? []
    where attribute["Key"] == "deletion_protection.enabled" && attribute["Value"]?.scalarText == "true" {
      return "LoadBalancerAttributes"
    }
    return nil
  }
}
