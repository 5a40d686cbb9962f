public import StrataModel

/// A control that no graph can show: somebody has to answer for it.
public struct ManualRequirement: Sendable, Hashable {
  /// The id that a ``StrataModel/ManualControl`` names.
  public let id: String

  /// What has to hold, as a sentence.
  public let title: String

  /// Why a graph cannot show it.
  public let why: String

  public let controls: [Control]
}

extension ManualRequirement {
  /// All of them.
  public static let all: [ManualRequirement] = [
    ManualRequirement(
      id: "business-associate-agreement", title: "A business associate agreement with AWS is executed and current",
      why: "it is a contract, accepted in AWS Artifact", controls: [.hipaa("164.308(b)(1)"), .hipaa("164.314(a)(1)")]),
    ManualRequirement(
      id: "physical-security", title: "Physical access to what stores and shows the data is controlled",
      why: "AWS answers for its data centers, in its own reports, and the company for its offices and devices",
      controls: [.hipaa("164.310(a)(1)"), .pciDSS("9.1"), .soc2("CC6.4")]),
    ManualRequirement(
      id: "pseudonymization", title: "Personal data is pseudonymized where its purpose allows it",
      why: "what an application writes into a table is no part of the infrastructure", controls: [.gdpr("25(1)"), .gdpr("32(1)(a)")]),
    ManualRequirement(
      id: "penetration-testing", title: "Penetration tests take place at least yearly and after significant changes",
      why: "a test is an event, not a resource", controls: [.pciDSS("11.4"), .soc2("CC4.1")]),
    ManualRequirement(
      id: "periodic-review", title: "Access rights, settings and risks are reviewed at the intervals that the framework asks for",
      why: "a review is an event, not a resource",
      controls: [.hipaa("164.308(a)(8)"), .pciDSS("7.2.4"), .soc2("CC4.1"), .gdpr("32(1)(d)")]),
    ManualRequirement(
      id: "root-user", title: "The root user has multi-factor authentication, has no access keys, and is not used day to day",
      why: "no resource type describes the root user", controls: [.awsFoundations("1.4"), .awsFoundations("1.5"), .awsFoundations("1.7")]),
    ManualRequirement(
      id: "contacts", title: "The account's contacts, and its contact for security, are current",
      why: "no resource type describes them", controls: [.awsFoundations("1.1"), .awsFoundations("1.2")]),
  ]

  /// Those that frameworks ask for.
  public static func serving(_ frameworks: [Framework]) -> [ManualRequirement] {
    all.filter { $0.controls.contains { frameworks.contains($0.framework) } }
  }
}
