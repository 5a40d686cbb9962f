extension HandlerRegistry {
  /// IAM Identity Center.
  static let identityCenter: [any ResourceHandler] = [AccountAssignmentHandler(), PermissionSetHandler()]
}
