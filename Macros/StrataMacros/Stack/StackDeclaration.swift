import SwiftSyntax
import SwiftSyntaxBuilder

/// A type that carries `@Stack` or `@Component`, as the macro's parts see it.
struct StackDeclaration {
  /// A stored property that the initializer takes.
  struct Input {
    var name: TokenSyntax
    var type: TypeSyntax
    var defaultValue: String?
    /// Whether callers write the value without a label: `let id: String`.
    var isUnlabelled: Bool
  }

  /// A property that holds declared infrastructure.
  struct Child {
    var name: TokenSyntax
    var isLazy: Bool
    var binding: PatternBindingSyntax
  }

  enum Kind { case finalClass, openClass, structure, other }

  var kind: Kind
  /// The access level that generated members need, with a final space; empty for internal.
  var accessPrefix: String
  var inputs: [Input] = []
  var children: [Child] = []
  var body: VariableDeclSyntax?
  var hasInitializer = false
  /// Whether a stored `id` text names the declaration.
  var hasIdentifier = false
  /// Stored properties without an initial value that no initializer can be written for.
  var unreadable: [PatternBindingSyntax] = []

  init(_ declaration: some DeclGroupSyntax) {
    kind = Self.kind(of: declaration)
    accessPrefix = Self.accessPrefix(of: declaration.modifiers)
    for member in declaration.memberBlock.members {
      if member.decl.is(InitializerDeclSyntax.self) {
        hasInitializer = true
      } else if let variable = member.decl.as(VariableDeclSyntax.self), !variable.modifiers.containsStatic {
        add(variable)
      }
    }
    if let index = inputs.firstIndex(where: \.isUnlabelled) { inputs.insert(inputs.remove(at: index), at: 0) }
  }

  private mutating func add(_ variable: VariableDeclSyntax) {
    let isLazy = variable.modifiers.contains { $0.name.tokenKind == .keyword(.lazy) }
    let isConstant = variable.bindingSpecifier.tokenKind == .keyword(.let)
    // In `let a, b: Int` the annotation of the last binding is that of all before it.
    var annotation: TypeSyntax?
    var annotated: [(binding: PatternBindingSyntax, type: TypeSyntax?)] = []
    for binding in variable.bindings.reversed() {
      if let own = binding.typeAnnotation?.type { annotation = own } else if binding.initializer != nil { annotation = nil }
      annotated.append((binding, annotation))
    }
    for (binding, type) in annotated.reversed() {
      guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier else {
        if binding.initializer == nil, binding.accessorBlock == nil { unreadable.append(binding) }
        continue
      }
      if let accessors = binding.accessorBlock, !accessors.onlyObserves {
        if name.text == "body" { body = variable }
        continue
      }
      if name.text == "id", type?.trimmedDescription == "String" || binding.initializer?.value.is(StringLiteralExprSyntax.self) ?? false {
        hasIdentifier = true
      }
      if let value = binding.initializer?.value {
        if isLazy || isConstant {
          children.append(Child(name: name, isLazy: isLazy, binding: binding))
        } else if let type = type ?? value.inferredLiteralType, !variable.modifiers.containsPrivate {
          inputs.append(Input(name: name, type: type, defaultValue: value.trimmedDescription, isUnlabelled: false))
        } else {
          children.append(Child(name: name, isLazy: false, binding: binding))
        }
      } else if let type {
        let isIdentifier = isConstant && name.text == "id" && type.trimmedDescription == "String"
        inputs.append(Input(name: name, type: type, defaultValue: type.isOptional ? "nil" : nil, isUnlabelled: isIdentifier))
      } else {
        unreadable.append(binding)
      }
    }
  }

  private static func kind(of declaration: some DeclGroupSyntax) -> Kind {
    if declaration.is(StructDeclSyntax.self) { return .structure }
    guard declaration.is(ClassDeclSyntax.self) else { return .other }
    return declaration.modifiers.contains { $0.name.tokenKind == .keyword(.final) } ? .finalClass : .openClass
  }

  private static func accessPrefix(of modifiers: DeclModifierListSyntax) -> String {
    for modifier in modifiers {
      switch modifier.name.tokenKind {
      case .keyword(.public), .keyword(.open): return "public "
      case .keyword(.package): return "package "
      default: continue
      }
    }
    return ""
  }
}

extension DeclModifierListSyntax {
  /// Whether the declaration belongs to the type and not to its values.
  var containsStatic: Bool { contains { $0.name.tokenKind == .keyword(.static) || $0.name.tokenKind == .keyword(.class) } }

  /// Whether only this file sees the declaration.
  fileprivate var containsPrivate: Bool {
    contains { ($0.name.tokenKind == .keyword(.private) || $0.name.tokenKind == .keyword(.fileprivate)) && $0.detail == nil }
  }
}

extension AccessorBlockSyntax {
  /// Whether the accessors only observe a stored value: `willSet` and `didSet`.
  fileprivate var onlyObserves: Bool {
    guard case .accessors(let list) = accessors else { return false }
    return list.allSatisfy {
      $0.accessorSpecifier.tokenKind == .keyword(.willSet) || $0.accessorSpecifier.tokenKind == .keyword(.didSet)
    }
  }
}

extension TypeSyntax {
  /// Whether the type is written `T?`, `T!` or `Optional<T>`.
  var isOptional: Bool {
    if self.is(OptionalTypeSyntax.self) || self.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) { return true }
    return self.as(IdentifierTypeSyntax.self).map { $0.name.text == "Optional" && $0.genericArgumentClause != nil } ?? false
  }

  /// Whether a parameter of the type has to be marked `@escaping` to be stored.
  var isFunction: Bool {
    if let attributed = self.as(AttributedTypeSyntax.self) { return attributed.baseType.isFunction }
    if let tuple = self.as(TupleTypeSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first { return only.type.isFunction }
    return self.is(FunctionTypeSyntax.self)
  }
}

extension ExprSyntax {
  /// The type that Swift gives to a plain literal, for `var replicas = 2`.
  fileprivate var inferredLiteralType: TypeSyntax? {
    if self.is(StringLiteralExprSyntax.self) { return "String" }
    if self.is(BooleanLiteralExprSyntax.self) { return "Bool" }
    guard let number = literalNumber else { return nil }
    return Int(number) == nil ? "Double" : "Int"
  }
}
