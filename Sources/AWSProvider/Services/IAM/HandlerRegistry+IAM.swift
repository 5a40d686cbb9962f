extension HandlerRegistry {
  /// AWS IAM.
  static let identity: [any ResourceHandler] = [
    InstanceProfileHandler(), ManagedPolicyHandler(), OIDCProviderHandler(), RoleHandler(), RolePolicyHandler(), ServiceLinkedRoleHandler(),
  ]
}
