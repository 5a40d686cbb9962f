public import ResourceCatalog

/// Everything that a typed resource shows in Swift, worked out from its schema.
public struct ResourceSurface: Sendable {
  /// The CloudFormation type name.
  public let typeName: String

  /// The name of the Swift type: the last part of the CloudFormation name.
  public let swiftName: String

  /// The parameters of the initializer behind the id, in order.
  public let parameters: [Parameter]

  /// The attributes, ascending by label.
  public let attributes: [Attribute]

  let nested: [NestedType]
  let documentationURL: String
  let deprecation: String?

  /// Works out the surface of a type.
  public init(_ type: TypeSchema) {
    var builder = SurfaceBuilder(type)
    typeName = builder.typeName
    swiftName = builder.swiftName
    parameters = builder.topParameters()
    nested = builder.reachableTypes()
    attributes = AttributeList.attributes(of: type, avoiding: ["declaration", "typeName"])
    documentationURL = type.referenceURL
    deprecation = type.lifecycleStatus.map { status in
      String(status) + (type.lifecycleDate.map { " (\($0))" } ?? "")
    }
  }

  /// Works out the surface of a type by its CloudFormation name, or returns `nil` for a name that no type has.
  public init?(typeName: String) {
    guard let type = ResourceCatalog.aws.type(typeName) else { return nil }
    self.init(type)
  }
}
