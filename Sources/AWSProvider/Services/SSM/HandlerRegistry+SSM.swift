extension HandlerRegistry {
  /// AWS Systems Manager.
  static let systemsManagement: [any ResourceHandler] = [
    AssociationHandler(), DocumentHandler(), MaintenanceWindowHandler(), MaintenanceWindowTargetHandler(), MaintenanceWindowTaskHandler(),
    ParameterHandler(), PatchBaselineHandler(),
  ]
}
