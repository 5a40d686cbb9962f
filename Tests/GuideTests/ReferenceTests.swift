import StrataModel
import StrataPolicy
import Testing

@Suite("Reference")
struct ReferenceTests {
  @Test("The reference has every public component as its source says")
  func components() throws {
    try GeneratedPart(path: "\(Repository.catalog)/Components.md").expect(try ComponentCatalog.all().markdown)
  }

  @Test("The reference has every rule as it is")
  func rules() throws {
    let text = PolicyPacks.rules.map { rule in
      let controls = rule.controls.map(\.description).joined(separator: ", ")
      return "| \(rule.id) | `\(rule.name)` | \(rule.title) | \(rule.why) | \(controls) |\n"
    }.joined()
    try GeneratedPart(path: "\(Repository.catalog)/PolicyRules.md").expect(
      "| id | name | what holds | why | serves |\n|--|--|--|--|--|\n" + text)
  }

  @Test("A component's inputs are those of its initializer")
  func inputs() {
    let source = """
      /// A bucket
      /// for evidence.
      ///
      /// More.
      @Component
      public final class Evidence: ResourceStandIn {
        public let id: String
        let key: KMS.Key
        var days = 90
        let copy: Copy?
        private var hidden: Int { 1 }
        public lazy var bucket = S3.Bucket("b")
      }

      public struct Writer: Sendable {
        let a: Int
      }
      """
    let entries = ComponentCatalog([("Sources/Patterns/Storage/Evidence.swift", source)]).entries
    #expect(entries.map(\.name) == ["Evidence", "Writer"])
    #expect(entries.map(\.topic) == ["Storage", "Storage"])
    #expect(entries[0].abstract == "A bucket for evidence.")
    #expect(entries[0].inputs == ["id", "key", "[days]", "[copy]"])
    #expect(!entries[1].isComponent)
    let made = """
      /// Tells.
      @Component
      public struct Alarm {
        let id: String

        public init(
          _ id: String, of metric: [String: Int], times: Int = 1, @PolicyBuilder _ body: () -> [Statement] = { [] }
        ) {}
      }
      """
    #expect(ComponentCatalog([("Sources/Patterns/Monitoring/Alarm.swift", made)]).entries[0].inputs == ["id", "of", "[times]", "[body]"])
  }
}
