import StrataModel

/// What backup plans cover: by reference, by tag, or everything.
struct BackupCoverage {
  private var addresses: Set<ResourceAddress> = []
  private var tags: [(account: String, key: String, value: String)] = []
  private var wholeAccounts: Set<String> = []
  private let context: PolicyContext

  init(_ context: PolicyContext) {
    self.context = context
    for selection in context.all("AWS::Backup::BackupSelection") {
      let content = selection.properties["BackupSelection"]
      for node in context.targets(in: content?["Resources"]) { addresses.insert(node.address) }
      if content?["Resources"]?.elements.contains("*") == true { wholeAccounts.insert(selection.placement.account) }
      for tag in content?["ListOfTags"]?.elements ?? [] {
        guard let key = tag["ConditionKey"]?.stringValue, let value = tag["ConditionValue"]?.stringValue else { continue }
        tags.append((selection.placement.account, key, value))
      }
    }
  }

  func covers(_ node: ResourceNode) -> Bool {
    if addresses.contains(node.address) || wholeAccounts.contains(node.placement.account) { return true }
    return tags.contains { $0.account == node.placement.account && context.tag($0.key, of: node) == $0.value }
  }
}
