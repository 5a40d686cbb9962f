import ResourceCatalog
import SwiftSyntax
import TypeProvider

/// Reads the arguments of a generated initializer as the document that they make.
final class SourceValueReader {
  private let context: DeclarationContext
  /// Called for each nested initializer on the way, with its signature.
  private let onShape: (FunctionCallExprSyntax, CallSignature) -> Void
  /// Called for each string literal where the identifier of a resource belongs.
  private let onIdentifier: (ExprSyntax, Parameter, ReferenceTarget) -> Void

  init(
    _ context: DeclarationContext, onShape: @escaping (FunctionCallExprSyntax, CallSignature) -> Void,
    onIdentifier: @escaping (ExprSyntax, Parameter, ReferenceTarget) -> Void
  ) {
    self.context = context
    self.onShape = onShape
    self.onIdentifier = onIdentifier
  }

  /// Where a value stands: the signature that its type's names belong to, the parameter, and the part of the parameter's type.
  private struct Site {
    var signature: CallSignature
    var parameter: Parameter
    var type: ValueType
    var mention: ExprSyntax?

    func element(_ type: ValueType) -> Site {
      var copy = self
      copy.type = type
      copy.mention = nil
      return copy
    }
  }

  /// Reads a whole call; labels that the signature does not know are left out.
  func read(_ call: FunctionCallExprSyntax, _ signature: CallSignature) -> SourceValue {
    onShape(call, signature)
    var fields: [SourceValue.Field] = []
    for argument in call.arguments {
      guard let label = argument.label, let position = signature.position(of: label.text.trimmingBackticks) else { continue }
      let parameter = signature.parameters[position]
      let value = read(argument.expression, Site(signature: signature, parameter: parameter, type: parameter.type))
      fields.append(SourceValue.Field(key: parameter.property, name: Syntax(label), argument: argument, value: value))
    }
    return SourceValue(ExprSyntax(call), .object(fields))
  }

  private func read(_ expression: ExprSyntax, _ site: Site) -> SourceValue {
    context.visits += 1
    let resolved = context.resolve(expression)
    var outcomes: [SourceValue] = []
    resolved.forEachOutcome { outcome in
      // The arm of a ternary may name a constant in its turn.
      let value = context.resolve(outcome)
      var inner = site
      if value.id != outcome.id { inner.mention = outcome } else if resolved.id != expression.id { inner.mention = expression }
      outcomes.append(readOutcome(value, inner))
    }
    if outcomes.count == 1, let only = outcomes.first { return only }
    if outcomes.isEmpty { return SourceValue(expression, .unknown(.any), mayBeAbsent: true) }
    let mayBeAbsent = outcomes.contains { value in
      if case .absent = value.content { return true }
      return value.mayBeAbsent
    }
    return SourceValue(expression, .choice(outcomes), mayBeAbsent: mayBeAbsent)
  }

  private func readOutcome(_ value: ExprSyntax, _ site: Site) -> SourceValue {
    func make(_ content: SourceValue.Content, mayBeAbsent: Bool = false) -> SourceValue {
      SourceValue(value, content, mention: site.mention, mayBeAbsent: mayBeAbsent)
    }
    if value.isNil { return make(.absent) }
    if value.is(StringLiteralExprSyntax.self), case .reference(let target) = site.type {
      onIdentifier(site.mention ?? value, site.parameter, target)
      return make(.unknown(.scalar))
    }
    if let scalar = Self.scalar(value) { return make(.scalar(scalar)) }
    if value.is(StringLiteralExprSyntax.self) { return make(.unknown(.scalar)) }
    if let array = value.as(ArrayExprSyntax.self) {
      let element = site.element(site.type.listElement ?? .document)
      return make(.array(array.elements.map { read($0.expression, element) }))
    }
    if let dictionary = value.as(DictionaryExprSyntax.self) { return make(readEntries(dictionary, site)) }
    if let call = value.as(FunctionCallExprSyntax.self) { return readCall(call, site) }
    if let member = value.as(MemberAccessExprSyntax.self), member.base == nil { return readMember(member, site) }
    return make(.unknown(.any), mayBeAbsent: !isCertain(value))
  }

  private static func scalar(_ value: ExprSyntax) -> LiteralValue? {
    if let text = value.literalText { return .string(text) }
    if let flag = value.literalBool { return .bool(flag) }
    guard let number = value.literalNumber else { return nil }
    return Int(number).map(LiteralValue.integer) ?? Double(number).map(LiteralValue.number)
  }

  // MARK: Compound values

  private func readEntries(_ dictionary: DictionaryExprSyntax, _ site: Site) -> SourceValue.Content {
    var fields: [SourceValue.Field] = []
    let entries: [DictionaryElementSyntax]
    if case .elements(let list) = dictionary.content { entries = Array(list) } else { entries = [] }
    if case .tags = site.type, case .list(let key, let value) = site.signature.type.tagForm {
      return .array(entries.map { tag($0, key, value) })
    }
    let element = site.element(site.type.mapElement ?? .document)
    for entry in entries {
      guard let key = entry.key.literalText else { return .unknown(.object) }
      fields.append(SourceValue.Field(key: key, name: Syntax(entry.key), argument: nil, value: read(entry.value, element)))
    }
    return .object(fields)
  }

  /// One entry of `["Name": "web"]` as the list form of tags has it.
  private func tag(_ entry: DictionaryElementSyntax, _ key: String, _ value: String) -> SourceValue {
    func part(_ expression: ExprSyntax) -> SourceValue {
      SourceValue(expression, Self.scalar(expression).map(SourceValue.Content.scalar) ?? .unknown(.scalar))
    }
    let fields = [
      SourceValue.Field(key: key, name: Syntax(entry.key), argument: nil, value: part(entry.key)),
      SourceValue.Field(key: value, name: Syntax(entry.value), argument: nil, value: part(entry.value)),
    ]
    return SourceValue(entry.key, .object(fields))
  }

  private func readCall(_ call: FunctionCallExprSyntax, _ site: Site) -> SourceValue {
    let node = ExprSyntax(call)
    let own = context.signatures.signature(of: call.calledExpression)
    if call.isImplicitInitializer || own.map({ !$0.isResource }) ?? false,
      let shape = site.signature.shape(site.type, property: site.parameter.property)
    {
      return SourceValue(node, read(call, shape).content, mention: site.mention)
    }
    if call.isImplicit, call.calledMember == "existing", let argument = call.arguments.first?.expression {
      return SourceValue(argument, Self.scalar(argument).map(SourceValue.Content.scalar) ?? .unknown(.scalar), mention: site.mention)
    }
    if let range = AddressRange(of: node, in: context) { return SourceValue(node, .scalar(.string(range.text)), mention: site.mention) }
    return SourceValue(node, .unknown(.any), mention: site.mention, mayBeAbsent: own == nil && !call.isImplicit)
  }

  /// A static member such as `.enabled` of an enumeration, or `.anywhere` of an address range.
  private func readMember(_ member: MemberAccessExprSyntax, _ site: Site) -> SourceValue {
    let name = member.declName.baseName.text.trimmingBackticks
    let node = ExprSyntax(member)
    if name == "none" { return SourceValue(node, .unknown(.any), mention: site.mention, mayBeAbsent: true) }
    let value = site.signature.value(ofMember: name, site.type) ?? (site.type == .string ? AddressRange.named[name] : nil)
    return SourceValue(node, value.map { .scalar(.string($0)) } ?? .unknown(.any), mention: site.mention)
  }

  // MARK: Certainty

  /// Whether an expression without a literal value is certainly not `nil`: a created resource, or an input whose type says so.
  private func isCertain(_ expression: ExprSyntax) -> Bool {
    if expression.is(SequenceExprSyntax.self) { return true }
    if let origin = context.origin(of: expression) {
      guard let call = origin.rootCall else { return false }
      return context.signatures.signature(of: call.calledExpression) != nil
    }
    guard let name = expression.referencedName, context.local(name) == nil, let type = context.members[name]?.type else { return false }
    return !type.isOptional
  }
}

extension ValueType {
  /// The type of the elements of a list.
  fileprivate var listElement: ValueType? {
    if case .list(let element) = self { element } else { nil }
  }

  /// The type of the values of a map.
  fileprivate var mapElement: ValueType? {
    if case .map(let element) = self { element } else { nil }
  }
}
