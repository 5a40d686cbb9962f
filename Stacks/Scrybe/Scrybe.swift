import Strata

/// Scrybe: the key for protected health information, and everything that watches over it.
///
/// Source: "Scrybe AWS KMS Infrastructure". Comments in the stack quote it, with the row of the requirements list that they meet; where AWS
/// refuses what the document asks for, they say what stands there instead, and why.
@InfrastructureBuilder
func scrybe(_ settings: Scrybe.Settings) -> Group {
  let roles = settings.makesRoles ? Scrybe.RoleStack(settings: settings) : nil
  settings.problems
  roles
  Scrybe.EncryptionStack(settings: settings, roles: roles)
}

/// The name space of Scrybe's own types.
package enum Scrybe {
  /// Where production's state is kept on AWS; `deploy init scrybe-production --target aws` makes the bucket and the table.
  ///
  /// 2.15 "For production, configure remote state": the bucket "scrybe-terraform-state" with "terraform-locks", encrypted; the key
  /// "kms/terraform.tfstate" becomes a prefix.
  static let state = StateStore.s3(
    bucket: "scrybe-terraform-state", prefix: "kms", region: .usWest2, lock: .dynamoDB(table: "terraform-locks"))
}
