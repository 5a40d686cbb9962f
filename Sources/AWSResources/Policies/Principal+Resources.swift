public import StrataLanguage

extension Principal {
  /// Roles of the program or, with `.existing("arn:…")`, of elsewhere.
  public static func role(_ roles: any Reference<IAM.Role>...) -> Principal {
    .arns(roles.map { Value<String>(propertyValue: $0.reference(to: "Arn")) })
  }

  /// Users of the program or, with `.existing("arn:…")`, of elsewhere.
  public static func user(_ users: any Reference<IAM.User>...) -> Principal {
    .arns(users.map { Value<String>(propertyValue: $0.reference(to: "Arn")) })
  }

  /// An OpenID Connect provider of the program, for roles that its tokens may assume.
  public static func federated(_ provider: any Reference<IAM.OIDCProvider>) -> Principal {
    .federated(Value<String>(propertyValue: provider.reference(to: "Arn")))
  }

  /// A SAML provider of the program, for roles that its assertions may assume.
  public static func federated(_ provider: any Reference<IAM.SAMLProvider>) -> Principal {
    .federated(Value<String>(propertyValue: provider.reference(to: "Arn")))
  }
}
