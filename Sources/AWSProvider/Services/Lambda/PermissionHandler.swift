import AWSClient
import StrataModel

/// Permissions to call functions, statements of their policies: lambda:AddPermission and its companions.
///
/// The statement's id follows from what it allows, so that one permission is one statement however often it is added.
struct PermissionHandler: ResourceHandler {
  static let type = "AWS::Lambda::Permission"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let function = try call.required("FunctionName")
    let statement = Self.statementID(of: call.properties)
    var input = call.input("lambda", "AddPermission")
    input["StatementId"] = .string(statement)
    try await call.send("lambda", "AddPermission", input)
    return CreatedObject("\(function)|\(statement)", attributes: ["Id": .string(statement)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let function = call.identifierParts.first ?? ""
    let identifier = call.identifierParts.last ?? ""
    guard let statement = try await statements(call, function).first(where: { $0["Sid"]?.stringValue == identifier }) else { return nil }
    var document: PropertyObject = ["FunctionName": .string(function), "Id": .string(identifier)]
    document["Action"] = statement["Action"]
    document["Principal"] = principal(statement["Principal"])
    let conditions = Self.conditions(of: statement)
    for (property, key) in Self.conditionKeys { document[property] = conditions[key] }
    return document
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let parts = call.identifierParts
    try await call.send(
      "lambda", "RemovePermission", ["FunctionName": parts.first.map { .string($0) }, "StatementId": parts.last.map { .string($0) }])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var found: [String] = []
    for function in try await FunctionHandler().list(call, matching: filter) {
      let statements = try await statements(call, function).filter { Self.hasConditions($0, of: filter) }
      found += statements.compactMap { $0["Sid"]?.stringValue }.map { "\(function)|\($0)" }
    }
    return found
  }

  // MARK: Statements

  /// The keys of conditions, in lower case, by the properties that make them.
  private static let conditionKeys = [
    "EventSourceToken": "lambda:eventsourcetoken", "FunctionUrlAuthType": "lambda:functionurlauthtype",
    "InvokedViaFunctionUrl": "lambda:invokedviafunctionurl", "PrincipalOrgID": "aws:principalorgid", "SourceAccount": "aws:sourceaccount",
    "SourceArn": "aws:sourcearn",
  ]

  private func statements(_ call: ResourceCall, _ function: String) async throws -> [PropertyValue] {
    let answer = try await call.find(
      "lambda", "GetPolicy", ["FunctionName": .string(function)], absent: ["ResourceNotFoundException"])
    return answer?["Policy"].flatMap { ShapeOutput.json($0) }?["Statement"]?.arrayValue ?? []
  }

  /// Whether a statement has no other conditions than those that are searched for; a search that does not name the principal is for all.
  private static func hasConditions(_ statement: PropertyValue, of filter: ListFilter) -> Bool {
    guard filter.text("Principal") != nil else { return true }
    let conditions = conditions(of: statement)
    return conditionKeys.allSatisfy { filter.text($0.key) != nil || conditions[$0.value] == nil }
  }

  /// The values of a statement's conditions by their keys, whatever the operator.
  private static func conditions(of statement: PropertyValue) -> [String: PropertyValue] {
    var conditions: [String: PropertyValue] = [:]
    for comparison in statement["Condition"]?.objectValue?.fields ?? [] {
      for field in comparison.value.objectValue?.fields ?? [] { conditions[field.key.lowercased()] = field.value }
    }
    return conditions
  }

  /// A service, an account or an ARN; the root of an account stands for the account.
  private func principal(_ principal: PropertyValue?) -> PropertyValue? {
    guard let text = principal?["Service"]?.stringValue ?? principal?["AWS"]?.stringValue ?? principal?.stringValue else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return .string(parts.count == 6 && parts[5] == "root" ? String(parts[4]) : text)
  }

  /// 64 bits of FNV-1a over the declaration, after the principal for people.
  private static func statementID(of properties: PropertyObject) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in JSONWriter.plainText(of: .object(properties)).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let principal = (properties["Principal"]?.stringValue ?? "").prefix(60)
    let readable = principal.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return "\(String(readable))-\(String(hash, radix: 16))"
  }
}
