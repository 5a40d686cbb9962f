import AWSClient
import StrataModel

/// Stack sets and their instances: cloudformation:CreateStackSet, CreateStackInstances and their companions.
///
/// A set works on one operation at a time; the next one waits for it. The last operation is left to the wait of the resource.
struct StackSetHandler: ResourceHandler {
  static let type = "AWS::CloudFormation::StackSet"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  private static let service = "cloudformation"
  private static let absent: Set<String> = ["StackSetNotFoundException", "StackSetNotFound"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input(Self.service, "CreateStackSet")
    input["ClientRequestToken"] = call.token.map { .string($0) }
    let answer = try await call.send(Self.service, "CreateStackSet", input)
    guard let identifier = answer["StackSetId"]?.string else {
      throw ProviderFailure.invalid("cloudformation:CreateStackSet answered without an id")
    }
    try await call.complete(identifier) {
      var call = call
      call.identifier = identifier
      for (index, group) in StackSetInstances.groups(call.properties).enumerated() {
        try await perform(call, "CreateStackInstances", group, index)
      }
    }
    return CreatedObject(identifier, attributes: ["StackSetId": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let set = try await found(call)?.set, set["Status"]?.string != "DELETED" else { return nil }
    var document = call.document(set)
    document["StackSetId"] = .string(call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let before = StackSetInstances.groups(call.previous)
    let after = StackSetInstances.groups(call.properties)
    if !call.changed.isSubset(of: ["StackInstancesGroup", "OperationPreferences", "CallAs"]) {
      let input = call.input(Self.service, "UpdateStackSet")
      try await send(call, "UpdateStackSet", input, 0)
    }
    for (index, group) in StackSetInstances.regions(of: before, missingIn: after, comparingOverrides: false).enumerated() {
      try await perform(call, "DeleteStackInstances", group, index)
    }
    for (index, group) in StackSetInstances.regions(of: after, missingIn: before, comparingOverrides: true).enumerated() {
      let isNew = StackSetInstances.regions(of: [group], missingIn: before, comparingOverrides: false) == [group]
      try await perform(call, isNew ? "CreateStackInstances" : "UpdateStackInstances", group, index)
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    for (index, group) in StackSetInstances.groups(call.properties).enumerated() {
      try await perform(call, "DeleteStackInstances", group, index)
    }
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("StackSetName")
    // Emulators list deleted ones, too.
    let sets = try await call.pages(Self.service, "ListStackSets", ["Status": "ACTIVE"]).filter { $0["Status"]?.string != "DELETED" }
    return sets.filter { name == nil || $0["StackSetName"]?.string == name }.compactMap { $0["StackSetId"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard let found = try await found(call) else { return .ready }
    let operations = try await operations(call, found.callAs)
    if operations.contains(where: isAtWork) { return .pending(after: 10_000) }
    if let last = operations.first, last["Status"]?.string == "FAILED" {
      return .failed(last["StatusReason"]?.string ?? "The last operation on the stack set failed.")
    }
    if operation == .delete {
      // The instances are gone; only an empty set can be deleted.
      try await call.send(Self.service, "DeleteStackSet", ["StackSetName": name(call), "CallAs": found.callAs])
      return .pending(after: 500)
    }
    return .ready
  }

  // MARK: Parts

  /// The name within the identifier, `name:uuid`.
  private func name(_ call: ResourceCall) -> AWSValue {
    .string(call.identifier.split(separator: ":").first.map { String($0) } ?? call.identifier)
  }

  /// The set, and as whom it is found: as the account itself, or as the delegated administrator of the organization.
  private func found(_ call: ResourceCall) async throws -> (set: AWSValue, callAs: AWSValue?)? {
    let declared = AWSValue(call.properties["CallAs"])
    for callAs in declared.map({ [AWSValue?.some($0)] }) ?? [nil, "DELEGATED_ADMIN"] {
      let isAbsence = { (error: AWSError) in
        // An account that is no delegated administrator may not ask as one.
        Self.absent.contains(error.code) || declared == nil && callAs != nil && [.refused, .accessDenied].contains(error.kind)
      }
      let answer = try await call.unless(isAbsence) { () async throws(AWSError) in
        try await call.send(Self.service, "DescribeStackSet", ["StackSetName": name(call), "CallAs": callAs])
      }
      if let set = answer?["StackSet"] { return (set, callAs) }
    }
    return nil
  }

  private func operations(_ call: ResourceCall, _ callAs: AWSValue?) async throws -> [AWSValue] {
    try await call.send(Self.service, "ListStackSetOperations", ["StackSetName": name(call), "CallAs": callAs, "MaxResults": 10])[
      "Summaries"]?.list ?? []
  }

  private func isAtWork(_ operation: AWSValue) -> Bool { ["QUEUED", "RUNNING", "STOPPING"].contains(operation["Status"]?.string ?? "") }

  /// Waits until the set takes another operation.
  private func settled(_ call: ResourceCall) async throws {
    while try await operations(call, AWSValue(call.properties["CallAs"])).contains(where: isAtWork) {
      try await Task.sleep(for: .seconds(5))
    }
  }

  private func perform(_ call: ResourceCall, _ operation: String, _ group: StackSetInstances, _ index: Int) async throws {
    var input = group.input(call, operation)
    if operation == "DeleteStackInstances" {
      input["RetainStacks"] = false
      // What was overridden does not matter any more.
      input["ParameterOverrides"] = AWSValue?.none
    }
    try await send(call, operation, input, index)
  }

  /// Begins an operation on the set once it takes another one; an operation of the same identity that is there already is this one.
  private func send(_ call: ResourceCall, _ operation: String, _ input: [String: AWSValue?], _ index: Int) async throws {
    try await settled(call)
    let identity = "\(call.token ?? String(call.now))-\(operation)-\(index)"
    let input = input.merging(["StackSetName": name(call), "OperationId": .string(identity)]) { _, own in own }
    let isThere = { (error: AWSError) in error.code.hasPrefix("OperationIdAlreadyExists") }
    _ = try await call.unless(isThere) { () async throws(AWSError) in try await call.send(Self.service, operation, input) }
  }
}
