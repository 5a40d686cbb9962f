/// What the chain of credentials reads: the environment, the shared files and the profile chosen.
struct CredentialSettings: Sendable {
  var environment: [String: String]
  var shared = SharedConfiguration()
  var files = UserFiles { _ in nil }
  var profile = "default"
  /// A profile named in code or on the command line counts more than keys in the environment.
  var isProfileExplicit = false
}

extension CredentialSettings: CustomStringConvertible, CustomReflectable {
  // The environment and the files hold secrets; nothing that prints a configuration shows them.
  var description: String { "CredentialSettings(\(profile))" }
  var customMirror: Mirror { Mirror(self, children: ["profile": profile]) }
}
