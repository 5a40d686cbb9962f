import ResourceCatalog
import Testing

@testable import AWSClient

/// The shape of a member of an operation's input, at a path with dots between; `[]` goes into a list's elements.
func inputShape(
  _ service: String, _ operation: String, _ path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> ShapeModel {
  var shape = ServiceModels.aws.service(service)?.operation(operation)?.input
  for part in path.split(separator: ".") {
    shape = part == "[]" ? shape?.element?.shape : shape?.member(String(part))?.shape
  }
  return try #require(shape, "\(service):\(operation) has no \(path)", sourceLocation: sourceLocation)
}

/// The schema of a property.
func propertySchema(
  _ type: String, _ property: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> Schema {
  try #require(ResourceCatalog.aws.type(type)?.property(property)?.schema, sourceLocation: sourceLocation)
}
