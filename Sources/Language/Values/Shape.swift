public import StrataModel

/// A nested object of a resource's schema, for example `S3.Bucket.VersioningConfiguration`.
public protocol Shape: Sendable {
  /// The object as the graph stores it.
  var propertyValue: PropertyValue { get }

  /// Creates a value from the graph's form of it.
  init(propertyValue: PropertyValue)
}
