public import StrataModel

/// The identity of a declared resource, shared by all copies of the typed value that declares it.
///
/// It belongs to one run of the program, is not `Sendable`, and is gone when the run is over; what leaves the run is ``DeclaredResource``.
public final class ResourceDeclaration {
  /// The CloudFormation type name.
  public let type: String

  /// The id that the program gave.
  public let id: String

  let fileID: String
  let line: Int
  let column: Int

  /// The resource's number in the synthesis, or -1 outside of one.
  let number: Int

  /// The name under which references know the resource while the program runs.
  let provisionalAddress: ResourceAddress

  /// The stack or component whose contents were being declared when the resource was created; `nil` outside of a synthesis.
  let birthScope: DeclarationScope?

  /// The stack or component that the resource was placed in.
  var scope: DeclarationScope?

  private(set) var fields: PropertyFields

  /// What modifiers said, once one has said something.
  var modifiers: LifecycleModifiers?

  var adoptedIdentifier: String?

  /// The final address, once it is settled.
  var address: ResourceAddress?

  /// Declares a resource; called by generated initializers.
  ///
  /// Outside of a synthesis, for example in a plain test, the declaration is made all the same and belongs to nothing.
  @inline(never)
  public init(_ type: String, _ id: String, _ fields: PropertyFields, fileID: String, line: Int, column: Int) {
    self.type = type
    self.id = id
    self.fields = fields
    self.fileID = fileID
    self.line = line
    self.column = column
    if let context = DeclarationContext.current {
      birthScope = context.scope
      number = context.created.count
      provisionalAddress = ProvisionalAddress.make(number, suffix: context.suffix)
      context.register(self)
    } else {
      birthScope = nil
      number = -1
      provisionalAddress = ProvisionalAddress.outsideOfSynthesis(id)
    }
  }

  /// Hands over what the initializer put; the fields are empty from then on, so that they can be changed without a copy.
  func takeFields() -> PropertyFields {
    let taken = fields
    fields = PropertyFields.none
    return taken
  }

  /// The value of one of the resource's attributes.
  public func attribute(_ name: String) -> PropertyValue { .reference(StrataModel.Reference(provisionalAddress, name)) }

  /// Where the resource was declared.
  public var source: SourceLocation { SourceLocation(fileID: fileID, line: line, column: column) }
}
