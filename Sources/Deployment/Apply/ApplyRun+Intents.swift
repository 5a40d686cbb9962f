import ResourceCatalog
import StrataModel

extension ApplyRun {
  /// Makes a step's intent; the scheduler then has it committed.
  mutating func announce(_ number: Int, _ operation: Intent.Operation, previous: PropertyObject?, precheckedAbsent: Bool?) {
    let step = plan.steps[number]
    guard var work = works[number] else { return }
    let record = work.record
    let behavior = library[step.type].facts.behavior
    let route = record?.route ?? provider.route(for: step.type, in: step.placement) ?? .embedded
    let request: PropertyObject
    if operation == .delete {
      request = record?.appliedProperties ?? [:]
    } else {
      request = tagged(work.document?.properties ?? [:], step)
    }
    var intent = Intent(
      step: number, operation: operation, address: step.address, instance: step.instance, generation: step.generation, type: step.type,
      placement: record?.placement ?? step.placement, route: route, apiClass: behavior.apiClass.rawValue, source: step.source)
    intent.identifier = operation == .create ? nil : record?.identifier
    intent.handle = operation == .create ? nil : record?.handle
    intent.request = request
    intent.previous = work.lacksIdentityTags ? previous : previous.map { tagged($0, step) }
    intent.precheckedAbsent = precheckedAbsent
    intent.attempt = work.attempt
    intent.inputs = step.desired?.properties ?? record?.inputs ?? [:]
    intent.bindings = work.document?.bindings ?? [:]
    intent.ownedPaths = step.ownedPaths
    intent.secrets = work.secrets
    intent.edges = edges(of: step)
    intent.lifecycle = step.desired?.lifecycle ?? record?.lifecycle ?? Lifecycle()
    intent.requestDigest = Self.digest(of: request, work.secrets)
    if takesToken(operation, route, behavior.apiClass, step.type) { intent.token = token(of: intent, record) }
    work.intent = intent
    works[number] = work
    inbox.append(.prepared(number, .ready))
  }

  private func tagged(_ properties: PropertyObject, _ step: PlanStep) -> PropertyObject {
    options.identityTags?.adding(
      to: properties, type: step.type, instance: step.instance, address: step.address, lineage: plan.lineage) ?? properties
  }

  private static func digest(of request: PropertyObject, _ secrets: [PropertyPath: ResourceRecord.SecretRecord]) -> String {
    var text = JSONWriter.text(of: .object(request))
    for (path, secret) in secrets.sorted(by: { $0.key < $1.key }) { text += "\n\(path) \(secret.digest)" }
    return Digest.hexadecimal(text)
  }

  private func takesToken(_ operation: Intent.Operation, _ route: ResourceRecord.Route, _ apiClass: APIClass, _ type: String) -> Bool {
    if route == .cloudControl { return true }
    guard operation == .create else { return false }
    // What is refused on repetition is no token but a name of the caller's, which the object bears.
    if apiClass == .refusedToken { return true }
    return [.token, .tokenUnknownWindow].contains(apiClass) && !provider.shortcomings(of: type).contains(.ignoresTokens)
  }

  private func token(of intent: Intent, _ record: ResourceRecord?) -> String {
    IdempotencyToken.make(
      lineage: plan.lineage, instance: intent.instance, operation: intent.operation, revision: record?.revision ?? 0,
      attempt: intent.attempt, requestDigest: intent.requestDigest, type: intent.type)
  }

  mutating func commit(_ number: Int) {
    guard var work = works[number], var intent = work.intent else { return }
    if intent.attempt != work.attempt {
      intent.attempt = work.attempt
      if intent.token != nil { intent.token = token(of: intent, work.record) }
    }
    intent.sendBy = clock.seconds + Self.sendWindow
    intent.deadline = provider.callLifetime == 0 ? clock.seconds : intent.sendBy + provider.callLifetime
    work.intent = intent
    works[number] = work
    journal(.intent(intent), intentOf: number)
  }

  /// Within how many seconds of its commit a call must leave; whoever takes a lost lock relies on it.
  private static let sendWindow = 10
}
