/// What an emulator of AWS lacks.
public struct EmulatorCapabilities: Sendable, Hashable {
  public var name: String
  /// Whether it answers Cloud Control.
  public var hasCloudControl: Bool
  /// Types whose API it does not have, or not enough of it.
  public var missingTypes: Set<String>
  /// Types whose operations it takes but never ends, for example certificates that nobody validates; they are not waited for.
  public var unendingTypes: Set<String>
  /// Operations that it does not have though the type works without them, as `service:Operation`; reads leave out what they would show.
  public var missingOperations: Set<String>

  /// Creates a description.
  public init(
    name: String, hasCloudControl: Bool, missingTypes: Set<String> = [], unendingTypes: Set<String> = [],
    missingOperations: Set<String> = []
  ) {
    self.name = name
    self.hasCloudControl = hasCloudControl
    self.missingTypes = missingTypes
    self.unendingTypes = unendingTypes
    self.missingOperations = missingOperations
  }

  func holds(_ type: String) -> Bool { !missingTypes.contains(type) }
}
