/// What the cloud holds otherwise than it was left, resource by resource and property by property.
///
/// Only what the program owns is compared: what AWS fills in by itself is never drift, and what cannot be known is kept apart.
public struct DriftReport: Sendable, Hashable {
  /// A place that shows something else.
  public struct Change: Sendable, Hashable {
    public var path: PropertyPath
    /// `nil` for a key that is gone from a map or list of tags.
    public var found: PropertyValue?
    public var expected: PropertyValue

    /// Creates a change.
    public init(path: PropertyPath, found: PropertyValue?, expected: PropertyValue) {
      self.path = path
      self.found = found
      self.expected = expected
    }
  }

  /// A place that cannot be compared.
  public struct Unknown: Sendable, Hashable {
    public var path: PropertyPath
    public var reason: ObjectComparison.Reason

    /// Creates an unknown place.
    public init(path: PropertyPath, reason: ObjectComparison.Reason) {
      self.path = path
      self.reason = reason
    }
  }

  /// One recorded resource.
  public struct Resource: Sendable, Hashable {
    public var address: ResourceAddress
    public var type: String
    public var identifier: String
    public var instance: InstanceID
    public var source: SourceLocation
    /// Whether the object no longer exists.
    public var isGone = false
    /// What was changed outside of the program.
    public var changes: [Change] = []
    /// What was changed at paths whose differences are not acted on (`ignoringChanges`).
    public var ignored: [Change] = []
    /// What a service has made of a value that it was sent, seen for the first time.
    public var storedDifferently: [Change] = []
    public var unknown: [Unknown] = []
    /// Settable properties that the object shows and the program says nothing about: AWS's defaults, or somebody else's settings.
    public var unmanaged: [String] = []

    /// Creates a resource that is as it was left.
    public init(address: ResourceAddress, type: String, identifier: String, instance: InstanceID, source: SourceLocation) {
      self.address = address
      self.type = type
      self.identifier = identifier
      self.instance = instance
      self.source = source
    }

    /// Whether the resource is not as it was left.
    public var hasDrifted: Bool { isGone || !changes.isEmpty }
  }

  public var environment: String
  /// Every resource that was read, ascending by address.
  public var resources: [Resource]

  /// Creates a report.
  public init(environment: String, resources: [Resource]) {
    self.environment = environment
    self.resources = resources
  }

  /// The resources that are not as they were left.
  public var drifted: [Resource] { resources.filter(\.hasDrifted) }

  public var hasDrift: Bool { resources.contains(where: \.hasDrifted) }
}
