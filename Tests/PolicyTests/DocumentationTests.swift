import Foundation
import StrataModel
import StrataPolicy
import Testing

@Suite("Documentation of policies")
struct DocumentationTests {
  private func page() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("Documentation/Policies.md"), encoding: .utf8)
  }

  @Test("Documentation/Policies.md lists every rule as it is", arguments: PolicyPacks.rules.map(\.id))
  func rules(_ id: String) throws {
    let rule = try #require(PolicyPacks.rules.first { $0.id == id })
    let controls = rule.controls.map(\.description).joined(separator: ", ")
    #expect(try page().contains("| \(rule.id) | `\(rule.name)` | \(rule.title) | \(controls) |"))
  }

  @Test("It lists every manual control", arguments: ManualRequirement.all)
  func manual(_ requirement: ManualRequirement) throws {
    let controls = requirement.controls.map(\.description).joined(separator: ", ")
    #expect(try page().contains("| `\(requirement.id)` | \(requirement.title) | \(controls) |"))
  }
}
