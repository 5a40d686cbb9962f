import Foundation
import Strata
import StrataModel
import StrataTesting
import Testing

@testable import JMSStacks

@Suite("JMS: the list of tenants")
struct TenantListTests {
  /// Reads a file with a text.
  private func list(_ text: String) throws -> (list: JMS.TenantList, path: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "tenants-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return (JMS.TenantList(file: file.path), file.path)
  }

  /// What a deployment of the list would say.
  private func diagnostics(of list: JMS.TenantList) -> [Diagnostic] {
    StrataTesting.diagnostics { jms(JMS.Settings(environment: "test", tenants: list, monthlyBudget: 100)) }
  }

  @Test("A line is a tenant; comments, blanks, empty lines and a final line without an end are all right")
  func lines() throws {
    let list = try list("# Counties\n\nadams-county , TX-1, regional # first\r\n\tbaker-county,TX-2,replicated").list
    #expect(list.problems.isEmpty)
    #expect(list.tenants.map(\.id) == ["adams-county", "baker-county"])
    #expect(list.tenants.map(\.costCenter) == ["TX-1", "TX-2"])
    #expect(list.tenants.map(\.isReplicated) == [false, true])
    #expect(list.tenants.map(\.line) == [3, 4])
  }

  @Test("Each mistake is an error with the file and its line, and none hides another")
  func mistakes() throws {
    let (list, path) = try list(
      """
      adams-county,TX-1,regional
      Baker County,TX-2,regional
      clark-county,,regional
      adams-county,TX-4,replicated
      king-county,TX-5
      lake-county,TX-6,everywhere
      x,TX-7,regional
      polk-county,TX-8,regional
      """)
    #expect(list.tenants.map(\.id) == ["adams-county", "polk-county"])
    let errors = diagnostics(of: list).filter { $0.severity == .error }
    #expect(errors.map { $0.location?.line } == [2, 3, 4, 5, 6, 7])
    #expect(errors.allSatisfy { $0.location?.fileID == path && $0.remedy != nil })
    #expect(errors[0].message == "'Baker County' cannot be the id of a tenant")
    #expect(errors[2].message == "the tenant 'adams-county' is listed twice, first in line 1")
    #expect(errors[3].message == "the line is no tenant: king-county,TX-5")
  }

  @Test("A file that is not there is an error at the line that names it")
  func missing() {
    let line = #line + 1
    let errors = diagnostics(of: JMS.TenantList(file: "no-such-list.csv"))
    #expect(errors.map { $0.location?.line } == [line])
    #expect(errors.first?.message.hasSuffix("no-such-list.csv") == true)
  }

  @Test("A mistake in a list that the program names is an error at the tenant's line")
  func program() {
    let line = #line + 1
    let errors = diagnostics(of: JMS.TenantList([JMS.Tenant("-adams", costCenter: "TX-1")]))
    #expect(errors.map { $0.location?.line } == [line])
    #expect(errors.first?.location?.fileName == "TenantListTests.swift")
  }

  @Test("Ids fit into everything that they become part of", arguments: ["abc", "a-1", "adams-county-2", String(repeating: "a", count: 40)])
  func ids(id: String) {
    #expect(JMS.Tenant(id, costCenter: "x").mistake == nil)
  }

  @Test(
    "Other texts are no ids", arguments: ["", "ab", "-abc", "abc-", "Abc", "a b", "a_b", "ä-county", String(repeating: "a", count: 41)])
  func noIDs(id: String) {
    #expect(JMS.Tenant(id, costCenter: "x").mistake != nil)
  }
}
