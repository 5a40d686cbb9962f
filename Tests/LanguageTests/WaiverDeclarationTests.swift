import StrataAWS
import StrataLanguage
import StrataModel
import Testing

@Suite("What an environment is held to")
struct WaiverDeclarationTests {
  @Test("A waiver at a resource carries its address, its reason, its day and its line, and no trace stays in the resource")
  func resource() throws {
    let set = declaring { SNS.Topic("topic").waived("R10", reason: "no secrets", until: "2027-06-30") }
    let waiver = try #require(set.waivers.first)
    #expect(set.waivers.count == 1)
    #expect(waiver.rule == "R10" && waiver.subject == "app/topic" && waiver.reason == "no secrets" && waiver.until == "2027-06-30")
    #expect(waiver.source.fileName == "WaiverDeclarationTests.swift")
    let plain = declaring { SNS.Topic("topic") }
    #expect(set["app/topic"]?.properties == plain["app/topic"]?.properties)
    #expect(set["app/topic"]?.lifecycle == plain["app/topic"]?.lifecycle)
  }

  @Test("A waiver of a stack holds for every resource inside, beside their own")
  func stack() {
    let set = declaringBare {
      TestStack("app") {
        SNS.Topic("one")
        SNS.Topic("two").waived("R20", reason: "quiet", until: "2027-06-30")
      }.waived("R10", reason: "no secrets", until: "2027-06-30")
    }
    #expect(set.waivers.map { "\($0.rule) \($0.subject)" } == ["R10 app/one", "R20 app/two", "R10 app/two"])
    #expect(Set(set.waivers.filter { $0.rule == "R10" }.map(\.source)).count == 1)
  }

  @Test("An environment collects frameworks once, waivers, answers, rules and trusted accounts, and keeps the rest as it is")
  func environment() {
    let environment = Environment("pilot", region: .usEast1, tags: ["Owner": "me"]) { SNS.Topic("topic") }
      .requiring(.hipaa, .soc2).requiring(.hipaa)
      .waiving(Waiver("R01", "*", reason: "r", until: "2027-06-30"))
      .answering(ManualControl("physical-security", owner: "o", due: "2027-06-30"))
      .checking(PolicyRule("A1", "a", title: "t", why: "w", remedy: "r") { _, _ in })
      .trusting("210987654321")
    #expect(environment.policies.frameworks == [.hipaa, .soc2])
    #expect(environment.policies.waivers.map(\.rule) == ["R01"])
    #expect(environment.policies.manualControls.map(\.id) == ["physical-security"])
    #expect(environment.policies.rules.map(\.id) == ["A1"])
    #expect(environment.policies.trustedAccounts == ["210987654321"])
    #expect(environment.policies.source == environment.source)
    #expect(environment.name == "pilot" && environment.region == .usEast1)
  }
}
