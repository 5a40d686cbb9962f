import ResourceCatalog
import TypeProvider

/// One generated initializer, as calls of it are checked: its parameters in order, with what the catalogue says of each.
final class CallSignature {
  /// The name in messages: `AWS::EC2::VPC`, or `VersioningConfiguration of AWS::S3::Bucket`.
  let name: String
  let type: TypeSchema
  /// The name and schema of a shape that stands by itself; `nil` for a resource and for a shape inside of one.
  let definition: (name: String, schema: Schema)?
  let isResource: Bool
  private let surface: ObjectSurface
  private let positions: [String: Int]
  private var shapes: [ValueType: CallSignature?] = [:]
  private var values: [ValueType: [String: String]] = [:]

  /// In the order that Swift demands.
  var parameters: [Parameter] { surface.parameters }

  init(name: String, type: TypeSchema, definition: (name: String, schema: Schema)?, isResource: Bool, surface: ObjectSurface) {
    self.name = name
    self.type = type
    self.definition = definition
    self.isResource = isResource
    self.surface = surface
    var positions: [String: Int] = [:]
    for (position, parameter) in surface.parameters.enumerated() { positions[parameter.label] = position }
    self.positions = positions
  }

  func position(of label: String) -> Int? { positions[label] }

  /// The signature of the object that a parameter's type names.
  func shape(_ valueType: ValueType, property: String) -> CallSignature? {
    if let known = shapes[valueType] { return known }
    let signature = surface.object(for: valueType).map {
      CallSignature(name: "\(property) of \(type.name)", type: type, definition: nil, isResource: false, surface: $0)
    }
    shapes[valueType] = .some(signature)
    return signature
  }

  /// The value behind a static member of a parameter's enumeration: `aws:kms` for `.awsKms`.
  func value(ofMember member: String, _ valueType: ValueType) -> String? {
    if let known = values[valueType] { return known[member] }
    let choices = surface.choices(for: valueType) ?? []
    let table = Dictionary(zip(EnumCaseName.names(for: choices), choices)) { first, _ in first }
    values[valueType] = table
    return table[member]
  }
}
