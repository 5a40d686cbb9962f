extension HandlerRegistry {
  /// AWS Secrets Manager.
  static let secrets: [any ResourceHandler] = [
    RotationScheduleHandler(), SecretHandler(), SecretResourcePolicyHandler(), SecretTargetAttachmentHandler(),
  ]
}
