import ResourceCatalog

/// One generated initializer, as calls of it are checked: its parameters in order, with what the catalogue says of each.
final class CallSignature {
  /// A parameter and the property that it sets.
  struct Parameter {
    /// The label in Swift.
    var label: String
    /// The property's name in CloudFormation.
    var property: String
    var schema: Schema
    var isRequired: Bool
    /// The Swift name of the resource type whose identifier the property is, such as `EC2.VPC`.
    var target: String?
  }

  /// The name in messages: `AWS::EC2::VPC`, or `VersioningConfiguration of AWS::S3::Bucket`.
  let name: String
  let type: TypeSchema
  /// The schema of the object that the call builds.
  let schema: Schema
  let isResource: Bool
  /// In the order that Swift demands: required ones first, then the others, each by name.
  let parameters: [Parameter]
  private let positions: [String: Int]

  init(name: String, type: TypeSchema, schema: Schema, isResource: Bool, parameters: [Parameter]) {
    self.name = name
    self.type = type
    self.schema = schema
    self.isResource = isResource
    self.parameters = parameters
    var positions: [String: Int] = [:]
    for (position, parameter) in parameters.enumerated() { positions[parameter.label] = position }
    self.positions = positions
  }

  func position(of label: String) -> Int? { positions[label] }
}
