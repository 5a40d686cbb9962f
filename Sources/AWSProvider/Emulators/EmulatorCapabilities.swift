/// What an emulator of AWS lacks.
public struct EmulatorCapabilities: Sendable, Hashable {
  public var name: String
  /// Whether it answers Cloud Control.
  public var hasCloudControl: Bool
  /// Whether it answers the services' own APIs; without them every type goes through Cloud Control.
  public var hasServices: Bool
  /// Types whose API it does not have, or not enough of it.
  public var missingTypes: Set<String>
  /// Types whose operations it takes but never ends, for example certificates that nobody validates; they are not waited for.
  public var unendingTypes: Set<String>
  /// Operations that it does not have though the type works without them, as `service:Operation`; neither read nor write makes them.
  public var missingOperations: Set<String>

  /// Creates a description.
  public init(
    name: String, hasCloudControl: Bool, hasServices: Bool = true, missingTypes: Set<String> = [], unendingTypes: Set<String> = [],
    missingOperations: Set<String> = []
  ) {
    self.name = name
    self.hasCloudControl = hasCloudControl
    self.hasServices = hasServices
    self.missingTypes = missingTypes
    self.unendingTypes = unendingTypes
    self.missingOperations = missingOperations
  }

  func holds(_ type: String) -> Bool { !missingTypes.contains(type) }
}
