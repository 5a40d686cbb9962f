import StrataDeployment
import StrataModel

/// The operations that actions call, with their effect on the store; what is not in the table is refused.
enum ServiceTable {
  /// The known operations, each as `service:Operation`.
  static let operations = AccountSettingOperations.operations.union(CostTagOperations.operations).union(UserOperations.operations)
    .union(OrganizationOperations.operations).union(DelegationOperations.operations).union(EnrollmentOperations.operations)

  static func answer(
    _ request: ServiceRequest, _ placement: Placement, _ store: inout CloudStore, at now: Int
  ) throws(ProviderError) -> PropertyValue {
    let input = ServiceInput(request, placement, now)
    let name = request.name
    if AccountSettingOperations.operations.contains(name) { return try AccountSettingOperations.answer(input, &store) }
    if CostTagOperations.operations.contains(name) { return try CostTagOperations.answer(input, &store) }
    if UserOperations.operations.contains(name) { return try UserOperations.answer(input, &store) }
    if OrganizationOperations.operations.contains(name) { return try OrganizationOperations.answer(input, &store) }
    if DelegationOperations.operations.contains(name) { return try DelegationOperations.answer(input, &store) }
    if EnrollmentOperations.operations.contains(name) { return try EnrollmentOperations.answer(input, &store) }
    throw unknown(request)
  }

  static func unknown(_ request: ServiceRequest) -> ProviderError {
    ProviderError(
      .unsupported,
      "The embedded cloud does not know \(request.name); EmbeddedCloud.actionOperations lists what actions can call here",
      serviceCode: "UnknownOperationException")
  }

  /// Whether an operation changes nothing.
  static func isRead(_ request: ServiceRequest) -> Bool {
    ["Get", "List", "Describe", "AdminGet", "AdminList", "BatchGet"].contains { request.operation.hasPrefix($0) }
  }
}

/// The parameters of a call, read as strictly as services do.
struct ServiceInput: Sendable {
  let request: ServiceRequest
  let placement: Placement
  let now: Int

  init(_ request: ServiceRequest, _ placement: Placement, _ now: Int) {
    self.request = request
    self.placement = placement
    self.now = now
  }

  /// Refuses every parameter but these.
  func allow(_ names: String...) throws(ProviderError) {
    guard let unknown = request.input.keys.first(where: { !names.contains($0) }) else { return }
    throw invalid("\(request.name) has no parameter '\(unknown)'")
  }

  func text(_ name: String) throws(ProviderError) -> String {
    guard let text = request.input[name]?.stringValue, !text.isEmpty else { throw invalid("\(request.name) needs '\(name)', a text") }
    return text
  }

  func optionalText(_ name: String) throws(ProviderError) -> String? { request.input[name] == nil ? nil : try text(name) }

  func choice(_ name: String, _ values: String...) throws(ProviderError) -> String {
    let text = try text(name)
    guard values.contains(text) else {
      throw invalid("'\(name)' of \(request.name) is one of \(values.joined(separator: ", ")), not '\(text)'")
    }
    return text
  }

  func flag(_ name: String) throws(ProviderError) -> Bool? {
    guard let value = request.input[name] else { return nil }
    guard let flag = value.boolValue else { throw invalid("'\(name)' of \(request.name) is true or false") }
    return flag
  }

  func integer(_ name: String, _ range: ClosedRange<Int>) throws(ProviderError) -> Int? {
    guard let value = request.input[name] else { return nil }
    guard let number = value.integerValue, range.contains(number) else {
      throw invalid("'\(name)' of \(request.name) is a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func list(_ name: String) throws(ProviderError) -> [PropertyValue] {
    guard let elements = request.input[name]?.arrayValue, !elements.isEmpty else {
      throw invalid("\(request.name) needs '\(name)', a list")
    }
    return elements
  }

  func object(_ name: String) throws(ProviderError) -> PropertyObject {
    guard let object = request.input[name]?.objectValue else { throw invalid("\(request.name) needs '\(name)', an object") }
    return object
  }

  func account(_ name: String) throws(ProviderError) -> String {
    let text = try text(name)
    guard text.utf8.count == 12, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw invalid("'\(name)' of \(request.name) is an account of twelve digits, not '\(text)'")
    }
    return text
  }

  func invalid(_ message: String) -> ProviderError { ProviderError(.invalidRequest, message, serviceCode: "ValidationException") }

  func missing(_ code: String, _ message: String) -> ProviderError { ProviderError(.notFound, message, serviceCode: code) }

  // MARK: Settings

  /// The key of a setting of the account's region, or of the whole account.
  func key(_ kind: String, _ name: String = "", isGlobal: Bool = false) -> CloudStore.ObjectKey {
    CloudStore.ObjectKey(type: kind, scope: CloudScope(placement, isGlobal: isGlobal), name: name)
  }
}

extension CloudStore {
  /// Sets what is no object; `nil` removes it.
  mutating func set(_ key: ObjectKey, _ value: PropertyObject?) {
    guard settings[key] != value else { return }
    settings[key] = value
    changes.append(.setting(key))
  }

  /// The settings of a kind in a scope, by name.
  func settings(of kind: String, in scope: CloudScope) -> [(name: String, value: PropertyObject)] {
    settings.filter { $0.key.type == kind && $0.key.scope == scope }.map { ($0.key.name, $0.value) }.sorted { $0.name < $1.name }
  }
}
