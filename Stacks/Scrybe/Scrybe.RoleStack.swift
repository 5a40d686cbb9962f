import Strata

extension Scrybe {
  /// "Prerequisites: IAM Role ARNs for application and admin access", for an account that does not have these roles yet.
  ///
  /// 2.4 They come before the key, whose policy AWS refuses while it names a role that does not exist.
  @Stack("roles") final class RoleStack {
    let settings: Settings

    lazy var application = ServiceRole("application", for: settings.compute, name: Self.name(of: settings.applicationRole))

    lazy var administrators = settings.administratorRoles.enumerated().map { index, role in
      PrivilegedRole("administrator-\(index + 1)", name: Self.name(of: role), description: "Manages Scrybe's key and cannot use it")
    }

    /// What follows the last slash of a role's ARN.
    static func name(of role: String) -> String { role.split(separator: "/").last.map(String.init) ?? role }
  }
}
