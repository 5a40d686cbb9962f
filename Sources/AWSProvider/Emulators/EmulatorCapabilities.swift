import StrataDeployment

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

  /// The types whose creates know a repeated token; all others make another object.
  ///
  /// `nil` for an emulator that takes tokens like AWS.
  public var tokenTypes: Set<String>?
  /// Types whose create loses the tags that it is given.
  public var forgetfulTypes: Set<String>

  /// Creates a description.
  public init(
    name: String, hasCloudControl: Bool, hasServices: Bool = true, missingTypes: Set<String> = [], unendingTypes: Set<String> = [],
    missingOperations: Set<String> = [], tokenTypes: Set<String>? = nil, forgetfulTypes: Set<String> = []
  ) {
    self.name = name
    self.hasCloudControl = hasCloudControl
    self.hasServices = hasServices
    self.missingTypes = missingTypes
    self.unendingTypes = unendingTypes
    self.missingOperations = missingOperations
    self.tokenTypes = tokenTypes
    self.forgetfulTypes = forgetfulTypes
  }

  func shortcomings(of type: String) -> Set<Shortcoming> {
    var found: Set<Shortcoming> = tokenTypes?.contains(type) ?? true ? [] : [.ignoresTokens]
    if forgetfulTypes.contains(type) { found.insert(.forgetsTags) }
    return found
  }

  func holds(_ type: String) -> Bool { !missingTypes.contains(type) }
}
