import ResourceCatalog
import StrataDeployment
import StrataLanguage
import StrataModel
import StrataPlanning
import StrataSynthesis

/// Decides what taking over existing objects records; it reads them, and writes nothing.
struct Importer: Sendable {
  /// The stacks that the program declares.
  var stacks: Set<String> { Set(program.resources.map(\.address.stack)) }

  /// What came of the requests.
  struct Result: Sendable {
    /// The records to make, producers first.
    var records: [ResourceRecord] = []
    /// The generation after the last one that the records use.
    var generationsEnd = 0
    /// Declarations to write into the program, for objects that it does not declare.
    var declarations: [SwiftDeclarationWriter.Declaration] = []
    /// The program with them.
    var graph: ResourceGraph?
    var diagnostics: [Diagnostic] = []
    /// The requests that can be carried out.
    var accepted: [ImportRequest] = []
  }

  let session: Session
  let run: Run
  /// Whether an object may be taken over although another state's tag says that it is managed there.
  let takesManaged: Bool

  private let current: [ResourceAddress: ResourceRecord]
  /// The program, and the names that its source has for resources.
  private let program: DeclarationSet
  let names: ProgramNames
  private let holders: [StateFold.ObjectKey: ResourceAddress]

  private var snapshot: StateSnapshot { run.snapshot }

  init(session: Session, run: Run, takesManaged: Bool) {
    self.session = session
    self.run = run
    self.takesManaged = takesManaged
    current = run.snapshot.currentRecords
    program = declare(session.environment, account: session.target.account)
    names = ProgramNames(program.resources, sources: session.context.sources)
    var holders: [StateFold.ObjectKey: ResourceAddress] = [:]
    for record in current.values { if let key = StateFold.ObjectKey(record) { holders[key] = record.address } }
    self.holders = holders
  }

  func result(of requests: [ImportRequest]) async throws(CommandFailure) -> Result {
    var result = Result()
    var declared: [ResourceAddress: DeclaredResource] = [:]
    for resource in program.resources where declared[resource.address] == nil { declared[resource.address] = resource }

    var nodes: [ResourceNode] = []
    for request in unique(requests, &result.diagnostics) {
      guard let node = node(for: request, declared[request.address], &result.diagnostics) else { continue }
      nodes.append(node)
      result.accepted.append(request)
    }
    let subjects = await read(nodes, &result)
    var declarations = program
    addDeclarations(subjects, declared, to: &declarations, &result)
    adopt(subjects, in: &declarations)
    try await takeOver(subjects, declarations, &result)
    return result
  }

  // MARK: Requests

  private func unique(_ requests: [ImportRequest], _ diagnostics: inout [Diagnostic]) -> [ImportRequest] {
    var addresses = Set<ResourceAddress>()
    return requests.filter { request in
      let isFirst = addresses.insert(request.address).inserted
      if !isFirst { diagnostics.append(request.error("repeated-address", "the address is named twice")) }
      return isFirst
    }
  }

  /// The object that a request means, as far as it makes sense before anything is read.
  private func node(
    for request: ImportRequest, _ declared: DeclaredResource?, _ diagnostics: inout [Diagnostic]
  ) -> ResourceNode? {
    func refuse(_ code: String, _ message: String, remedy: String? = nil) -> ResourceNode? {
      diagnostics.append(request.error(code, message, remedy: remedy, at: declared?.source))
      return nil
    }
    let segments = request.address.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard segments.count > 1, segments.allSatisfy(ResourceAddress.isValidID) else {
      return refuse("invalid-address", "an address has the form 'stack/id'")
    }
    if let record = current[request.address] {
      return refuse(
        "already-recorded", "\(record.type) '\(record.identifier ?? "")' is recorded there already",
        remedy: "'state forget \(snapshot.environment) \(request.address)' first, if another object is meant")
    }
    if let open = snapshot.openIntents.first(where: { $0.intent.address == request.address }) {
      return refuse(
        "open-operation", "the outcome of an interrupted \(open.intent.operation.rawValue) is not known", remedy: "run 'recover'")
    }
    guard let type = declared?.type ?? request.type else {
      return refuse(
        "undeclared", "the program does not declare it",
        remedy: "declare it, or name its type (--type AWS::…) to have a declaration written")
    }
    if let given = request.type, given != type {
      return refuse("other-type", "the program declares it as \(type), not as \(given)")
    }
    guard ResourceCatalog.aws.type(type) != nil else {
      return refuse("unknown-type", "there is no resource type '\(type)'")
    }
    var placement = declared?.placement ?? Placement(account: session.target.account, region: session.environment.region.name)
    if let region = request.region {
      guard declared == nil || region == placement.region else {
        return refuse("other-region", "the program places it in \(placement.region), not in \(region)")
      }
      placement = Placement(account: placement.account, region: region)
    }
    guard run.deployment.provider.route(for: type, in: placement) != nil else {
      return refuse("unsupported-type", "\(run.deployment.provider.name) cannot hold \(type)")
    }
    if let holder = holders[StateFold.ObjectKey(type: type, placement: placement, identifier: request.identifier)] {
      return refuse(
        "already-managed", "'\(request.identifier)' is recorded as \(holder)",
        remedy: "'state move \(snapshot.environment) \(holder) \(request.address)' gives it the new address")
    }
    var node = ResourceNode(
      address: request.address, type: type, placement: placement, adoptedIdentifier: request.identifier,
      source: declared?.source ?? SourceLocation(fileID: "import/\(request.address.id)", line: 1))
    node.lifecycle.isProtected = declared == nil
    return node
  }

  // MARK: Reading

  /// An object that was read.
  private struct Subject {
    var request: ImportRequest
    var node: ResourceNode
    var description: ObjectDescription
    var route: ResourceRecord.Route
  }

  private func read(_ nodes: [ResourceNode], _ result: inout Result) async -> [Subject] {
    let requests = Dictionary(result.accepted.map { ($0.address, $0) }) { first, _ in first }
    let graph = ResourceGraph(environment: snapshot.environment, resources: nodes)
    let observed = await session.read(snapshot, graph, through: run.deployment.provider, isRefreshing: false)
    result.diagnostics += observed.failures
    var subjects: [Subject] = []
    for node in nodes {
      guard let request = requests[node.address], let route = run.deployment.provider.route(for: node.type, in: node.placement) else {
        continue
      }
      if observed.observations.adoptions[node.address] == .missing {
        result.diagnostics.append(
          request.error(
            "no-such-object", "there is no \(node.type) '\(request.identifier)' in \(node.placement)", remedy: identifierHint(node.type),
            at: node.source))
        continue
      }
      guard var description = observed.adoptedObjects[node.address] else { continue }
      description.identifier = Self.canonicalIdentifier(of: description, node.type)
      if let problem = problem(of: description, node, request) {
        result.diagnostics.append(problem)
        continue
      }
      subjects.append(Subject(request: request, node: node, description: description, route: route))
    }
    let kept = Set(subjects.map(\.node.address))
    result.accepted.removeAll { !kept.contains($0.address) }
    return subjects
  }

  /// The identifier as the object itself tells it: services also answer to other names, such as a key's alias.
  private static func canonicalIdentifier(of description: ObjectDescription, _ type: String) -> String {
    guard let names = ResourceCatalog.aws.type(type)?.primaryIdentifier.strings, !names.isEmpty else { return description.identifier }
    let parts = names.compactMap { description.properties[$0]?.scalarText }
    return parts.count == names.count ? parts.joined(separator: "|") : description.identifier
  }

  private func identifierHint(_ type: String) -> String? {
    guard let schema = ResourceCatalog.aws.type(type) else { return nil }
    let parts = schema.primaryIdentifier.strings
    return parts.isEmpty ? nil : "the identifier of \(type) is \(parts.joined(separator: "|"))"
  }

  /// What forbids to take an object over although it exists.
  private func problem(of description: ObjectDescription, _ node: ResourceNode, _ request: ImportRequest) -> Diagnostic? {
    let key = StateFold.ObjectKey(type: node.type, placement: node.placement, identifier: description.identifier)
    if description.identifier != request.identifier, let holder = holders[key] {
      return request.error(
        "already-managed", "'\(request.identifier)' is '\(description.identifier)', which is recorded as \(holder)", at: node.source)
    }
    if let arn = foreignARN(in: description.properties, node) {
      return request.error(
        "other-place", "the object belongs to another account or region than \(node.placement): \(arn)", at: node.source)
    }
    guard !takesManaged, let tag = run.deployment.options.identityTags?.instanceTag(of: description.properties, type: node.type),
      tag.split(separator: ".").first.map(String.init) != String(snapshot.lineage.prefix(8))
    else { return nil }
    return request.error(
      "managed-elsewhere", "the object bears the tag of another state (\(tag))",
      remedy: "forget it there and add --take-managed, so that no two states change one object", at: node.source)
  }

  /// The object's own ARN where it names another account or region.
  private func foreignARN(in properties: PropertyObject, _ node: ResourceNode) -> String? {
    for field in properties.fields where field.key == "Arn" || field.key == "\(node.type.split(separator: ":").last ?? "")Arn" {
      guard let text = field.value.stringValue else { continue }
      let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
      guard parts.count == 6, parts[0] == "arn" else { continue }
      if !parts[3].isEmpty, parts[3] != node.placement.region { return text }
      if !parts[4].isEmpty, parts[4] != node.placement.account { return text }
    }
    return nil
  }

  // MARK: Declarations

  /// Adds what the program does not declare, with references to what it manages.
  private func addDeclarations(
    _ subjects: [Subject], _ declared: [ResourceAddress: DeclaredResource], to program: inout DeclarationSet, _ result: inout Result
  ) {
    let new = subjects.filter { declared[$0.node.address] == nil }
    guard !new.isEmpty else { return }
    var references = ManagedReferences()
    // What has no name in the source is named by its identifier.
    for record in current.values where names.members[record.address] != nil {
      references.add(
        record.address, type: record.type, properties: record.appliedProperties.merging(record.attributes))
    }
    for subject in subjects {
      references.add(
        subject.node.address, type: subject.node.type, properties: subject.description.properties)
    }
    let literal = new.map { declaration(of: $0, ManagedReferences()) }
    let linked = new.map { declaration(of: $0, references) }
    var attempt = program
    attempt.resources += linked.map { resource($0, new) }
    // References that go in a circle cannot be declared; the identifiers can.
    let isSound = !StrataSynthesis.synthesize(attempt).diagnostics.contains { $0.severity == .error }
    result.declarations = isSound ? linked : literal
    program.resources += result.declarations.map { resource($0, new) }
  }

  private func declaration(of subject: Subject, _ references: ManagedReferences) -> SwiftDeclarationWriter.Declaration {
    let tags = session.environment.tags.values
    let chosen = SettableProperties(type: subject.node.type, schema: CatalogFacts(), inheritedTags: tags)?
      .properties(of: subject.description.properties)
    let region = subject.node.placement.region
    return SwiftDeclarationWriter.Declaration(
      address: subject.node.address, type: subject.node.type,
      properties: references.resolving(chosen ?? [:], of: subject.node.address, type: subject.node.type),
      isProtected: true, region: region == session.environment.region.name ? nil : region)
  }

  private func resource(_ declaration: SwiftDeclarationWriter.Declaration, _ subjects: [Subject]) -> DeclaredResource {
    let node = subjects.first { $0.node.address == declaration.address }?.node
    var lifecycle = Lifecycle()
    lifecycle.isProtected = declaration.isProtected
    var properties = declaration.properties
    addInheritedTags(to: &properties, declaration.type)
    return DeclaredResource(
      address: declaration.address, type: declaration.type,
      placement: node?.placement ?? Placement(account: session.target.account, region: session.environment.region.name),
      isPlacementOverridden: declaration.region != nil, properties: properties, lifecycle: lifecycle,
      source: node?.source ?? SourceLocation(fileID: "import", line: 1))
  }

  /// The environment's tags, which the program adds to every declaration that can bear them.
  private func addInheritedTags(to properties: inout PropertyObject, _ type: String) {
    let inherited = session.environment.tags.values
    guard !inherited.isEmpty, let schema = ResourceCatalog.aws.type(type), let property = schema.tagProperty.map({ String($0) }) else {
      return
    }
    switch schema.tagForm {
    case .none: return
    case .map: properties[property] = .object(inherited.merging(properties[property]?.objectValue ?? [:]))
    case .list(let key, let value):
      var merged = inherited
      for tag in properties[property]?.arrayValue ?? [] {
        if let name = tag[key]?.stringValue, let text = tag[value] { merged[name] = text }
      }
      properties[property] = .array(merged.fields.map { .object([key: .string($0.key), value: $0.value]) })
    }
  }

  private func adopt(_ subjects: [Subject], in program: inout DeclarationSet) {
    let identifiers = Dictionary(subjects.map { ($0.node.address, $0.request.identifier) }) { first, _ in first }
    for index in program.resources.indices {
      if let identifier = identifiers[program.resources[index].address] { program.resources[index].adoptedIdentifier = identifier }
    }
  }

  // MARK: Records

  private func takeOver(_ subjects: [Subject], _ program: DeclarationSet, _ result: inout Result) async throws(CommandFailure) {
    guard !subjects.isEmpty else { return }
    let synthesis = StrataSynthesis.synthesize(program)
    guard let graph = synthesis.graph else {
      throw CommandFailure(result.diagnostics + synthesis.diagnostics.filter { $0.severity == .error })
    }
    let questions = ResourceGraph(environment: graph.environment, resources: [], lookups: graph.lookups)
    var observations = try await session.observe(snapshot, questions, through: run.deployment.provider, isRefreshing: false)
    result.graph = graph.answeringLookups(snapshot.lookups.merging(observations.lookups) { $1 })
    for subject in subjects { observations.adoptions[subject.node.address] = .found(properties: subject.description.properties) }
    let options = PlanOptions(engine: Engine.version, acknowledgements: GivenAcknowledgements(coversAll: true, allowsMassDelete: true))
    let plan = Plan.make(from: snapshot, to: graph, observations: observations, options: options, schema: CatalogFacts())
    let addresses = Set(subjects.map(\.node.address))
    let problems = plan.diagnostics.filter { $0.severity == .error && ($0.address.map(addresses.contains) ?? true) }
    result.diagnostics += problems
    let refused = Set(problems.compactMap(\.address))
    let accepted = subjects.filter { !refused.contains($0.node.address) }
    result.accepted.removeAll { refused.contains($0.address) }
    result.declarations.removeAll { refused.contains($0.address) }
    var takeover = Takeover(
      by: plan, in: snapshot, schema: CatalogFacts(), identityTags: run.deployment.options.identityTags,
      time: run.deployment.clock.now() / 1_000)
    result.records = takeover.records(
      of: accepted.map { Takeover.Subject(address: $0.node.address, route: $0.route, description: $0.description) })
    result.generationsEnd = plan.reservedGenerations.upperBound
  }
}
