import StrataModel

/// Turns what a run declared into plain values: settles addresses, places what is only referred to, and collects what is wrong.
///
/// One pass over the placed resources; a reference to a resource without a place adds it to the end of the pass. Linear in the size of the program.
///
/// The loops over values use indices: this runs over every value of every resource, and in a debug build an iterator costs several times more.
struct DeclarationResolver {
  private let context: DeclarationContext
  private let environment: String
  private let placement: Placement
  private var tagging = DefaultTagging()

  /// What was found in the values of the resource being resolved, by the name of the property.
  private var problems: [(property: String, problem: ValueProblem)] = []

  /// The placement that facts such as ``AWS/region`` are taken from at the moment.
  private var currentPlacement: Placement

  /// What `waived` said so far.
  private var waivers: [Waiver] = []

  private var diagnostics: [Diagnostic] = []

  /// What is asked of the outside world, by key.
  private var lookups: [String: LookupDeclaration] = [:]

  init(_ context: DeclarationContext, environment: String, placement: Placement) {
    self.context = context
    self.environment = environment
    self.placement = placement
    currentPlacement = placement
  }

  /// What the run declared.
  mutating func resolve() -> DeclarationSet {
    var resources: [DeclaredResource] = []
    resources.reserveCapacity(context.created.count)
    let outputs = context.outputs.map { resolve($0.output, in: $0.scope) }
    let symptoms = context.symptoms.map { resolve($0.symptom, in: $0.scope) }
    var next = 0
    while next < context.placed.count {
      resources.append(resolve(context.placed[next]))
      next += 1
    }
    reportDuplicates(resources)
    reportUnplaced()
    return DeclarationSet(
      environment: environment, placement: placement, resources: resources, outputs: outputs,
      lookups: lookups.values.sorted { $0.key < $1.key }, symptoms: symptoms, waivers: waivers,
      diagnostics: context.diagnostics + diagnostics)
  }

  // MARK: Resources

  private mutating func resolve(_ declaration: ResourceDeclaration) -> DeclaredResource {
    let address = address(of: declaration)
    let scope = declaration.scope
    let modifiers = LifecycleModifiers.combined(declaration.modifiers, scope?.modifiers)
    for waiver in modifiers?.waivers ?? [] {
      waivers.append(Waiver(waiver.rule, address.path, reason: waiver.reason, until: waiver.until, source: waiver.source))
    }
    let isMoved = move(to: modifiers)
    var fields = declaration.takeFields()
    let ownTags = Self.ownTags(fields.tags, modified: declaration.modifiers?.tags)
    var properties = fields.takeObject()
    tagging.apply(to: &properties, type: declaration.type, own: ownTags, scope: scope)
    resolve(&properties)
    if !problems.isEmpty {
      for (property, problem) in problems { diagnostics.append(problem.diagnostic(property: property, of: declaration, at: address)) }
      problems = []
    }
    return DeclaredResource(
      address: address, type: declaration.type, placement: currentPlacement, isPlacementOverridden: isMoved, properties: properties,
      lifecycle: modifiers?.lifecycle ?? Lifecycle(),
      explicitDependencies: modifiers.map { addresses(of: $0.predecessors, for: declaration, at: address) } ?? [],
      renamedFrom: earlierAddresses(of: declaration), adoptedIdentifier: declaration.adoptedIdentifier, source: declaration.source)
  }

  private static func ownTags(_ given: Tags?, modified: Tags?) -> Tags? {
    guard let modified, !modified.isEmpty else { return given }
    return given.map { modified.merging($0) } ?? modified
  }

  /// Takes facts such as ``AWS/region`` from where modifiers place a resource; tells whether that is away from the environment's placement.
  private mutating func move(to modifiers: LifecycleModifiers?) -> Bool {
    guard let modifiers, modifiers.region != nil || modifiers.account != nil else {
      currentPlacement = placement
      return false
    }
    currentPlacement = placement.moved(to: modifiers.region, of: modifiers.account)
    return true
  }

  private mutating func resolve(_ output: Output, in scope: DeclarationScope) -> OutputDeclaration {
    _ = move(to: scope.modifiers)
    let key = scope.path(of: output.name)
    let value = resolved(output.value, property: output.name) ?? output.value
    for (_, problem) in problems { diagnostics.append(problem.diagnostic(output: key, at: output.source)) }
    problems = []
    if !ResourceAddress.isValidID(output.name) {
      diagnostics.append(.invalidID(InterpolationToken.readable(output.name), of: "an output", at: output.source))
    }
    return OutputDeclaration(key: key, value: value, isSensitive: output.isSensitive, source: output.source)
  }

  private mutating func resolve(_ symptom: Symptom, in scope: DeclarationScope) -> SymptomDeclaration {
    _ = move(to: scope.modifiers)
    let diagnoses = symptom.diagnoses.map { diagnosis in
      var diagnosis = diagnosis
      if let subject = diagnosis.subject { diagnosis.subject = resolved(subject, property: symptom.name) ?? subject }
      if case .keyAllows(let action, let principal) = diagnosis.question {
        diagnosis.question = .keyAllows(action: action, principal: resolved(principal, property: symptom.name) ?? principal)
      }
      return diagnosis
    }
    for (_, problem) in problems { diagnostics.append(problem.diagnostic(output: symptom.name, at: symptom.source)) }
    problems = []
    return SymptomDeclaration(
      name: symptom.name, scope: scope.path, document: symptom.document, diagnoses: diagnoses, source: symptom.source)
  }

  // MARK: Addresses

  private mutating func address(of declaration: ResourceDeclaration) -> ResourceAddress {
    if let known = declaration.address { return known }
    let scope = declaration.scope ?? declaration.birthScope ?? context.scope
    if !ResourceAddress.isValidID(declaration.id) {
      diagnostics.append(
        .invalidID(InterpolationToken.readable(declaration.id), of: "a resource of type \(declaration.type)", at: declaration.source))
    }
    let address = ResourceAddress(scope.path(of: declaration.id))
    declaration.address = address
    return address
  }

  /// The address that a provisional one stands for; a resource that has no place yet gets one where it was created.
  private mutating func address(ofProvisional provisional: ResourceAddress) -> ResourceAddress? {
    guard let number = ProvisionalAddress.number(of: provisional, suffix: context.suffix), number < context.created.count else {
      return nil
    }
    let declaration = context.created[number]
    if let known = declaration.address { return known }
    if declaration.scope == nil { context.place(declaration, in: declaration.birthScope ?? context.scope) }
    return address(of: declaration)
  }

  private mutating func addresses(
    of predecessors: [any Infrastructure], for declaration: ResourceDeclaration, at address: ResourceAddress
  ) -> [ResourceAddress] {
    guard !predecessors.isEmpty else { return [] }
    var result: [ResourceAddress] = []
    var seen: Set<ResourceAddress> = [address]
    for predecessor in Predecessors.flattened(predecessors) {
      switch predecessor {
      case .resource(let other):
        guard let target = self.address(ofProvisional: other.provisionalAddress) else {
          diagnostics.append(.deadReference(to: other.id, at: declaration.source, address: address, path: nil))
          continue
        }
        if seen.insert(target).inserted { result.append(target) }
      case .component(let modifiers, let name):
        guard let scope = modifiers.scope else {
          diagnostics.append(.unplacedPredecessor(name, at: declaration.source, address: address))
          continue
        }
        for other in context.placed where other !== declaration && other.scope?.isWithin(scope) == true {
          let target = self.address(of: other)
          if seen.insert(target).inserted { result.append(target) }
        }
      }
    }
    return result
  }

  private func earlierAddresses(of declaration: ResourceDeclaration) -> [ResourceAddress] {
    let own = declaration.modifiers?.earlierIDs ?? []
    guard let scope = declaration.scope, !(own.isEmpty && scope.earlierPaths.isEmpty) else { return [] }
    var result = own.reversed().map { name in
      ResourceAddress(name.utf8.contains(UInt8(ascii: "/")) ? name : scope.path(of: name))
    }
    for path in scope.earlierPaths { result.append(ResourceAddress(path + "/" + declaration.id)) }
    return result
  }

  // MARK: Values

  private mutating func resolve(_ object: inout PropertyObject) {
    let count = object.count
    var index = 0
    while index < count {
      // Asked for one by one: holding on to the fields would make the change below copy them all.
      let field = object.fields[index]
      if let value = resolved(field.value, property: field.key) { object[field.key] = value }
      index += 1
    }
  }

  /// The value with final addresses, or `nil` where nothing changes.
  private mutating func resolved(_ value: PropertyValue, property: String) -> PropertyValue? {
    switch value {
    case .null, .bool, .integer, .number, .string: return nil
    case .reference(let reference): return resolved(reference, property: property)
    case .secret(let source):
      guard let reference = source.reference else { return nil }
      guard case .reference(let final) = resolved(reference, property: property) else { return .null }
      return .secret(SecretSource(attribute: final))
    case .array(let elements): return resolved(elements, property: property).map { .array($0) }
    case .object(let object):
      return resolved(object, property: property)
    case .expression(let expression):
      if expression.function == .lookup { return resolved(lookup: expression, property: property) }
      guard let arguments = resolved(expression.arguments, property: property) else { return nil }
      return Expression(expression.function, arguments).simplified
    }
  }

  /// The question in the place of the resource that takes the answer.
  private mutating func resolved(lookup: Expression, property: String) -> PropertyValue? {
    guard case .object(var question)? = lookup.arguments.first, let source = LookupQuestion.source(of: question) else { return nil }
    let known = problems.count
    if case .object(let resolved)? = resolved(question, property: property) { question = resolved }
    guard let query = LookupQuestion.query(of: question, in: currentPlacement) else {
      // Text that was damaged is reported with the property.
      if problems.count == known { diagnostics.append(.unknownLookup(at: source)) }
      return .null
    }
    let declaration = LookupDeclaration(query, at: source)
    if lookups[declaration.key].map({ source.precedes($0.source) }) ?? true { lookups[declaration.key] = declaration }
    return query.value
  }

  private mutating func resolved(_ object: PropertyObject, property: String) -> PropertyValue? {
    let fields = object.fields
    var result: PropertyObject?
    var index = 0
    while index < fields.count {
      if let value = resolved(fields[index].value, property: property) {
        if result == nil { result = object }
        result?[fields[index].key] = value
      }
      index += 1
    }
    return result.map { .object($0) }
  }

  private mutating func resolved(_ elements: [PropertyValue], property: String) -> [PropertyValue]? {
    var result: [PropertyValue]?
    var index = 0
    while index < elements.count {
      if let value = resolved(elements[index], property: property) {
        if result == nil { result = elements }
        result?[index] = value
      }
      index += 1
    }
    return result
  }

  private mutating func resolved(_ reference: StrataModel.Reference, property: String) -> PropertyValue {
    if let address = address(ofProvisional: reference.address) {
      return .reference(StrataModel.Reference(address, reference.attribute))
    }
    if reference.address == ProvisionalAddress.placement {
      switch reference.attribute {
      case "AccountId": return .string(currentPlacement.account)
      case "Region": return .string(currentPlacement.region)
      default: return .string(currentPlacement.partition)
      }
    }
    problems.append((property, ValueProblem(reference)))
    return .null
  }

  // MARK: Checks

  private mutating func reportDuplicates(_ resources: [DeclaredResource]) {
    var first: [ResourceAddress: Int] = [:]
    first.reserveCapacity(resources.count)
    for (index, resource) in resources.enumerated() {
      if let earlier = first[resource.address] {
        diagnostics.append(.duplicate(resource, of: resources[earlier]))
      } else {
        first[resource.address] = index
      }
    }
  }

  private mutating func reportUnplaced() {
    for declaration in context.created where declaration.scope == nil {
      diagnostics.append(.unplaced(declaration))
    }
  }
}
