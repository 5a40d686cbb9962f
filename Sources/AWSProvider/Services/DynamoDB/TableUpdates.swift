import AWSClient
import StrataModel

/// The inputs of UpdateTable that bring a table to its declaration, one change in each as the operation wants it.
struct TableUpdates {
  private let call: ResourceCall
  /// What is there now; indexes are made and deleted by it.
  private let table: AWSValue?

  init(_ call: ResourceCall, _ table: AWSValue?) {
    self.call = call
    self.table = table
  }

  func steps() -> [[String: AWSValue?]] {
    var steps = indexDeletions() + capacity() + stream()
    if call.changed.contains("SSESpecification") {
      steps.append(["SSESpecification": TableInput.encryption(call.properties["SSESpecification"]) ?? ["Enabled": false]])
    }
    if call.changed.contains("TableClass") {
      steps.append(["TableClass": AWSValue(call.properties["TableClass"]) ?? "STANDARD"])
    }
    if call.changed.contains("DeletionProtectionEnabled") {
      steps.append(["DeletionProtectionEnabled": AWSValue(call.properties["DeletionProtectionEnabled"]) ?? false])
    }
    if call.changed.contains("WarmThroughput"), let throughput = AWSValue(call.properties["WarmThroughput"]) {
      steps.append(["WarmThroughput": throughput])
    }
    steps += indexCreations()
    return steps.map { $0.merging(["TableName": .string(call.identifier)]) { _, name in name } }
  }

  // MARK: Capacity and stream

  private func capacity() -> [[String: AWSValue?]] {
    let names: Set = ["BillingMode", "OnDemandThroughput", "ProvisionedThroughput"]
    let changesIndexes = call.changed.contains("GlobalSecondaryIndexes")
    guard changesIndexes || !call.changed.isDisjoint(with: names) else { return [] }
    var input: [String: AWSValue?] = [:]
    if !call.changed.isDisjoint(with: names) {
      let properties = call.properties.fields.filter { names.contains($0.key) }
      input = call.input("dynamodb", "UpdateTable", from: PropertyObject(properties.map { ($0.key, $0.value) }))
    }
    // A new billing mode asks for the capacity of all indexes in the same call.
    let isNewMode = call.changed.contains("BillingMode")
    let updates = wantedIndexes.compactMap { index -> AWSValue? in
      guard let name = index["IndexName"], let present = presentIndex(name.stringValue) else { return nil }
      var update: [String: AWSValue] = [:]
      for key in ["OnDemandThroughput", "ProvisionedThroughput", "WarmThroughput"] {
        guard let value = index[key] else { continue }
        if isNewMode && key == "ProvisionedThroughput" || !contains(present[key], AWSValue(value)) { update[key] = AWSValue(value) }
      }
      if update.isEmpty { return nil }
      update["IndexName"] = AWSValue(name)
      return ["Update": .structure(update)]
    }
    if !updates.isEmpty { input["GlobalSecondaryIndexUpdates"] = .list(updates) }
    return input.isEmpty ? [] : [input]
  }

  /// Another view of changes needs another stream: the old one is switched off first.
  private func stream() -> [[String: AWSValue?]] {
    guard call.changed.contains("StreamSpecification") else { return [] }
    let wanted = TableInput.stream(call.properties["StreamSpecification"])
    let present = table?["StreamSpecification"]
    let isOn = present?["StreamEnabled"]?.bool == true
    if isOn, wanted?["StreamViewType"] == present?["StreamViewType"] { return [] }
    var steps: [[String: AWSValue?]] = []
    if isOn { steps.append(["StreamSpecification": ["StreamEnabled": false]]) }
    if let wanted { steps.append(["StreamSpecification": wanted]) }
    return steps
  }

  // MARK: Indexes

  private var wantedIndexes: [PropertyValue] { call.properties["GlobalSecondaryIndexes"]?.arrayValue ?? [] }

  private func presentIndex(_ name: String?) -> AWSValue? {
    table?["GlobalSecondaryIndexes"]?.list?.first { $0["IndexName"]?.string == name && $0["IndexStatus"]?.string != "DELETING" }
  }

  private func contains(_ found: AWSValue?, _ wanted: AWSValue) -> Bool {
    guard let members = wanted.structure else { return found == wanted }
    return members.allSatisfy { found?[$0.key] == $0.value }
  }

  /// Whether an index has another key or projection, which only a new index can have.
  private func isOther(_ present: AWSValue, than wanted: PropertyValue) -> Bool {
    guard let key = AWSValue(wanted["KeySchema"]), let projection = AWSValue(wanted["Projection"]) else { return true }
    if present["KeySchema"] != key || present["Projection"]?["ProjectionType"] != projection["ProjectionType"] { return true }
    let attributes = { (value: AWSValue?) in Set(value?["NonKeyAttributes"]?.list?.compactMap(\.string) ?? []) }
    return attributes(present["Projection"]) != attributes(projection)
  }

  private func indexDeletions() -> [[String: AWSValue?]] {
    guard call.changed.contains("GlobalSecondaryIndexes") else { return [] }
    return (table?["GlobalSecondaryIndexes"]?.list ?? []).compactMap { present in
      guard let name = present["IndexName"], present["IndexStatus"]?.string != "DELETING" else { return nil }
      if let wanted = wantedIndexes.first(where: { $0["IndexName"]?.stringValue == name.string }), !isOther(present, than: wanted) {
        return nil
      }
      return ["GlobalSecondaryIndexUpdates": [["Delete": ["IndexName": name]]]]
    }
  }

  private func indexCreations() -> [[String: AWSValue?]] {
    guard call.changed.contains("GlobalSecondaryIndexes") else { return [] }
    return wantedIndexes.compactMap { wanted in
      if let present = presentIndex(wanted["IndexName"]?.stringValue), !isOther(present, than: wanted) { return nil }
      return [
        "AttributeDefinitions": AWSValue(call.properties["AttributeDefinitions"]),
        "GlobalSecondaryIndexUpdates": [["Create": AWSValue(wanted)]],
      ]
    }
  }
}
