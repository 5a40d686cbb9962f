import SwiftDiagnostics
import SwiftSyntax
import TypeProvider

/// Reads the stored members that a program wrote into its resource type, and checks each against the schema.
///
/// A member that fits is a parameter of the initializer and is assigned by it; one that does not is reported and left out, so that the initializer
/// still compiles and the report is not buried under errors that follow from it.
struct WrittenMemberReader {
  /// What was read.
  struct Result {
    var members: [WrittenMember] = []
    var diagnostics: [Diagnostic] = []
  }

  private let surface: ResourceSurface
  private let parameters: [String: Parameter]

  init(_ surface: ResourceSurface) {
    self.surface = surface
    parameters = Dictionary(surface.parameters.map { ($0.label, $0) }) { first, _ in first }
  }

  /// The members of a declaration; computed, lazy and static ones are left alone.
  func read(_ declaration: StructDeclSyntax) -> Result {
    var result = Result()
    for member in declaration.memberBlock.members {
      guard let variable = member.decl.as(VariableDeclSyntax.self), !variable.isStaticOrLazy else { continue }
      for binding in variable.bindings where binding.accessorBlock == nil { read(binding, of: variable, into: &result) }
    }
    return result
  }

  private func read(_ binding: PatternBindingSyntax, of variable: VariableDeclSyntax, into result: inout Result) {
    guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else { return }
    let name = pattern.identifier.identifier?.name ?? pattern.identifier.text
    guard let parameter = parameters[name] else {
      result.diagnostics.append(
        .unknownMember(
          name, at: pattern.identifier, of: surface.typeName, labels: surface.parameters.map(\.label), attributes: surface.attributes))
      return
    }
    let value = binding.initializer?.value
    guard let annotation = binding.typeAnnotation?.type else {
      guard let inferred = value?.inferredScalarType else {
        result.diagnostics.append(.memberWithoutType(name, at: pattern.identifier, of: surface.typeName, type: parameter.readableType))
        return
      }
      add(name, type: inferred, at: Syntax(pattern), parameter, value, variable, &result)
      return
    }
    add(name, type: annotation.trimmedDescription, at: Syntax(annotation), parameter, value, variable, &result)
  }

  private func add(
    _ name: String, type: String, at node: Syntax, _ parameter: Parameter, _ value: ExprSyntax?, _ variable: VariableDeclSyntax,
    _ result: inout Result
  ) {
    guard AcceptedTypes(parameter, surface: surface).accept(type) else {
      result.diagnostics.append(.wrongMemberType(name, type: type, at: node, of: surface.typeName, wanted: parameter.readableType))
      return
    }
    let isFixed = variable.bindingSpecifier.tokenKind == .keyword(.let) && value != nil
    result.members.append(WrittenMember(name: name, type: type, defaultValue: value?.trimmedDescription, isFixed: isFixed))
  }
}

extension Parameter {
  /// The type as it is suggested to people.
  var readableType: String {
    let name = type.readableName
    guard !isRequired else { return name }
    return name.hasPrefix("any ") ? "(\(name))?" : name + "?"
  }
}

extension VariableDeclSyntax {
  fileprivate var isStaticOrLazy: Bool {
    modifiers.contains { [.keyword(.static), .keyword(.class), .keyword(.lazy)].contains($0.name.tokenKind) }
  }
}

extension ExprSyntax {
  /// The type that Swift gives to a plain literal.
  fileprivate var inferredScalarType: String? {
    if self.is(StringLiteralExprSyntax.self) { return "String" }
    if self.is(BooleanLiteralExprSyntax.self) { return "Bool" }
    if self.is(IntegerLiteralExprSyntax.self) { return "Int" }
    return self.is(FloatLiteralExprSyntax.self) ? "Double" : nil
  }
}
