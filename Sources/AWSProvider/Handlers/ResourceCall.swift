import AWSClient
import ResourceCatalog
import StrataModel

/// What a handler works with: one object of one type in one place, and the way to its service.
struct ResourceCall: Sendable {
  let schema: TypeSchema
  private(set) var placement: Placement
  private(set) var caller: any ServiceCaller
  /// The way to the services of other places.
  var callers: (@Sendable (Placement) -> any ServiceCaller)?
  /// Operations that the endpoint does not have, as `service:Operation`; only emulators lack some.
  var missingOperations: Set<String> = []
  /// Seconds since 1970 when the call began.
  var now = 0
  /// The CloudFormation primary identifier; empty before a create.
  var identifier = ""
  var handle: PropertyValue?
  /// The desired properties; before a delete the last applied ones.
  var properties: PropertyObject = [:]
  /// The properties as they were last applied.
  var previous: PropertyObject = [:]
  /// The top properties that differ.
  var changed: Set<String> = []
  /// The idempotency token, where the API takes one.
  var token: String?
  /// Whose object a create makes.
  var instance: InstanceID?
  /// What was declared of the object that is read; empty where nobody knows.
  var declared: [PropertyObject] = []
  /// What the handler noted when the operation that is waited for began.
  var memo: String?
  /// Whether the service's own protection against deletion is switched off first.
  var liftsProtection = false

  // MARK: Identity

  /// The parts of the identifier, in the order of the schema's primary identifier.
  var identifierParts: [String] { identifier.split(separator: "|", omittingEmptySubsequences: false).map { String($0) } }

  /// The property that holds the tags; some schemas have one without saying so.
  var tagProperty: String? { schema.tagProperty.map { String($0) } ?? (schema.property("Tags") == nil ? nil : "Tags") }

  /// What follows the last `/` or `:` of the identifier.
  var identifierTail: String { identifier.lastPart }

  /// A name for an object whose type does not let its name be declared; the same for the same create, in lower case.
  ///
  /// It ends as names that the engine gives do, which proves an interrupted create to be ours.
  var generatedName: String { instance?.name ?? "strata-\(token?.lowercased() ?? String(now))" }

  /// The text of a desired property.
  func text(_ property: String) -> String? { properties[property]?.stringValue }

  /// The text of a desired property that the schema requires.
  ///
  /// - Throws: ``ProviderError`` when it is missing all the same.
  func required(_ property: String) throws -> String {
    guard let text = properties[property].flatMap({ AWSValue($0).scalarText }) else {
      throw ProviderFailure.invalid("\(schema.name) needs \(property)")
    }
    return text
  }

  /// An ARN of the placement's partition, account and region.
  func arn(_ service: String, _ resource: String, isGlobal: Bool = false) -> String {
    "arn:\(placement.partition):\(service):\(isGlobal ? "" : placement.region):\(placement.account):\(resource)"
  }

  /// What the names of the partition's hosts end with.
  var hostSuffix: String {
    switch placement.partition {
    case "aws-cn": "amazonaws.com.cn"
    case "aws-eusc": "amazonaws.eu"
    default: "amazonaws.com"
    }
  }

  /// The same call in another region of the account.
  func inRegion(_ region: String) throws -> ResourceCall {
    if region == placement.region { return self }
    guard let callers else { throw ProviderFailure.unsupported("There is no way to \(region) from here.") }
    var call = self
    call.placement.region = region
    call.caller = callers(call.placement)
    return call
  }

  // MARK: Calls

  /// Whether the endpoint has an operation that a read can do without.
  func has(_ service: String, _ operation: String) -> Bool { !missingOperations.contains("\(service):\(operation)") }

  /// Calls an operation; members without a value are left out.
  @discardableResult
  func send(_ service: String, _ operation: String, _ input: [String: AWSValue?] = [:]) async throws(AWSError) -> AWSValue {
    guard has(service, operation) else {
      throw AWSError(.unsupported, code: "NotImplemented", "The endpoint does not implement it", service: service, operation: operation)
    }
    return try await caller.call(service, operation, .structure(input.compactMapValues { $0 }))
  }

  /// Calls an operation that reads; `nil` when one of these codes says that there is nothing.
  func find(
    _ service: String, _ operation: String, _ input: [String: AWSValue?] = [:], absent codes: Set<String>
  ) async throws(AWSError) -> AWSValue? {
    do {
      return try await send(service, operation, input)
    } catch {
      if codes.contains(error.code) || error.status == 404 && error.kind == .refused { return nil }
      throw error
    }
  }

  /// All results of an operation that answers in pages.
  ///
  /// - Parameters:
  ///   - member: where the results are, if not at the model's first place; needed for operations whose pages the model does not describe.
  ///   - codes: the errors that say that there is nothing.
  func pages(
    _ service: String, _ operation: String, _ input: [String: AWSValue?] = [:], of member: String? = nil, absent codes: Set<String> = []
  ) async throws(AWSError) -> [AWSValue] {
    let model = ServiceModels.aws.service(service)?.operation(operation)
    let paginator = model?.paginator
    let key = member ?? paginator?.resultKeys.first
    let conventional = model?.input?.members.map(\.name).filter { FoldedName($0) == FoldedName("NextToken") } ?? []
    let inputTokens = paginator?.inputTokens ?? conventional
    let outputTokens = paginator?.outputTokens ?? conventional
    var input = input
    var results: [AWSValue] = []
    while true {
      let answer = codes.isEmpty ? try await send(service, operation, input) : try await find(service, operation, input, absent: codes)
      guard let page = answer else { return results }
      guard let key else { return [page] }
      results += page.value(at: key)?.list ?? []
      var goesOn = false
      for (member, source) in zip(inputTokens, outputTokens) {
        let next = source.split(separator: " || ").lazy.compactMap { page.value(at: String($0)) }.first
        input[member] = .some(next)
        if let next, next != .null, next.string != "" { goesOn = true }
      }
      if let more = paginator?.moreResults, page.value(at: more)?.bool == false { goesOn = false }
      if !goesOn { return results }
    }
  }

  // MARK: Documents

  /// The input of an operation, made of the properties whose names it knows.
  ///
  /// - Parameters:
  ///   - renaming: the members that properties go to under another name.
  ///   - omitting: properties that do not go there although the name fits.
  func input(
    _ service: String, _ operation: String, from properties: PropertyObject? = nil, renaming: [String: String] = [:],
    omitting: Set<String> = []
  ) -> [String: AWSValue?] {
    guard let shape = ServiceModels.aws.service(service)?.operation(operation)?.input else { return [:] }
    return ShapeInput(renaming: renaming, omitting: omitting).members(of: shape, from: properties ?? self.properties)
  }

  /// The properties of the type that an answer shows; tags that AWS itself has set are left out.
  ///
  /// - Parameter renaming: the members under which properties stand, where the name is another one.
  func document(_ answer: AWSValue?, renaming: [String: String] = [:], omitting: Set<String> = []) -> PropertyObject {
    var document = ShapeOutput(renaming: renaming, omitting: omitting).properties(of: schema.schema, from: answer ?? .null)
    if let property = tagProperty, let tags = document[property] { document[property] = TagChange.withoutReserved(tags) }
    return document
  }
}
