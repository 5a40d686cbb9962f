public import StrataModel

/// A typed AWS resource, for example `KMS.Key`; generated from AWS's schema by `@Service` or `@Resource`.
public protocol Resource: Modifiable, Reference where Target == Self {
  /// The CloudFormation type name, for example `AWS::KMS::Key`.
  static var typeName: String { get }

  /// The identity of the declared resource.
  var declaration: ResourceDeclaration { get }
}

extension Resource {
  public func declare(in context: DeclarationContext) { context.place(declaration) }

  public func reference(to attribute: String) -> PropertyValue { declaration.attribute(attribute) }

  public var modifierStorage: ModifierStorage { ModifierStorage(owner: .resource(declaration)) }

  /// Takes over an existing object by its CloudFormation primary identifier, parts joined by `|`, instead of making a new one.
  @discardableResult
  public func adopted(_ identifier: String) -> Self {
    declaration.adoptedIdentifier = identifier
    return self
  }
}
