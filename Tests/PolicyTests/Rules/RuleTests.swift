import StrataModel
import StrataPolicy
import Testing

@Suite("Rules")
struct RuleTests {
  @Test("A rule finds what it is for, and nothing else", arguments: RuleCase.all)
  func finds(_ example: RuleCase) throws {
    let assessment = try example.assess()
    #expect(assessment.findings.map(\.line) == example.found)
    #expect(!assessment.subjects.isEmpty)
  }

  @Test("Every rule is shown failing and passing", arguments: PolicyPacks.rules.map(\.id))
  func isShown(_ rule: String) {
    let own = RuleCase.all.filter { $0.rule == rule }
    #expect(own.contains { $0.found.isEmpty }, "no graph meets \(rule)")
    #expect(own.contains { !$0.found.isEmpty }, "no graph breaks \(rule)")
  }

  @Test("Ids and names are unique, and every rule serves a control and says why and what to do")
  func descriptions() {
    let rules = PolicyPacks.rules
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
    for rule in rules {
      #expect(!rule.controls.isEmpty && !rule.title.isEmpty && !rule.why.isEmpty && !rule.remedy.isEmpty, "\(rule.id)")
      #expect(!rule.title.hasSuffix(".") && !rule.why.hasSuffix("."), "\(rule.id)")
    }
    let numbers = rules.compactMap { $0.id.hasPrefix("R") ? Int($0.id.dropFirst()) : nil }
    #expect(numbers == Array(1...40))
  }

  @Test("An empty graph has no findings but those of accounts, of which it has none")
  func emptyGraph() throws {
    let context = PolicyContext(ResourceGraph(environment: "empty", resources: []), frameworks: Framework.all)
    for rule in PolicyPacks.rules { #expect(rule.assess(context).findings.filter { $0.subject != .environment }.isEmpty, "\(rule.id)") }
  }

  @Test("What is not known before apply breaks no rule that only asks for it to be there")
  func unknownValues() throws {
    let graph = try GraphText.graph(
      """
      key AWS::KMS::Key {"EnableKeyRotation": true}
      group AWS::Logs::LogGroup {"KmsKeyId": "@key.Arn", "LogGroupName": "@key.KeyId"}
      """)
    let context = PolicyContext(graph)
    #expect(context.isCustomerKey(graph["group"]?.properties["KmsKeyId"]))
    #expect(context.key(of: graph["group"]?.properties["KmsKeyId"])?.address == "key")
  }
}
