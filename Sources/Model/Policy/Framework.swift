/// A set of requirements that an environment can be held to, such as HIPAA's Security Rule.
public struct Framework: Sendable, Hashable {
  /// The name on the command line: lower case, with hyphens.
  public let id: String

  /// The name as people write it.
  public let title: String

  /// Creates a framework, for example a company's own; the rules that serve it name it in their controls.
  public init(_ id: String, title: String) {
    self.id = id
    self.title = title
  }

  /// The technical safeguards of the HIPAA Security Rule (45 CFR part 164, subpart C).
  public static let hipaa = Framework("hipaa", title: "HIPAA")

  /// The Payment Card Industry Data Security Standard, version 4.0.1.
  public static let pciDSS = Framework("pci-dss", title: "PCI-DSS")

  /// The AICPA's Trust Services Criteria of 2017, with the points of focus of 2022.
  public static let soc2 = Framework("soc2", title: "SOC 2")

  /// Regulation (EU) 2016/679, the General Data Protection Regulation.
  public static let gdpr = Framework("gdpr", title: "GDPR")

  /// What every account of AWS should have, whatever it holds: a selection of the rules, in the sections of the CIS AWS Foundations Benchmark 3.0.
  public static let awsFoundations = Framework("aws-foundations", title: "AWS foundations")

  /// The frameworks that Strata has rules for.
  public static let all: [Framework] = [.hipaa, .pciDSS, .soc2, .gdpr, .awsFoundations]
}

extension Framework: Comparable, CustomStringConvertible {
  public var description: String { title }
  public static func < (left: Framework, right: Framework) -> Bool { left.id < right.id }
}
