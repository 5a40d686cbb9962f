/// One requirement of a framework, by the number that its text gives it.
public struct Control: Sendable, Hashable {
  public let framework: Framework

  /// The number of the requirement, for example `164.312(a)(2)(iv)`.
  public let clause: String

  /// Creates a control.
  public init(_ framework: Framework, _ clause: String) {
    self.framework = framework
    self.clause = clause
  }

  /// A paragraph of 45 CFR.
  public static func hipaa(_ clause: String) -> Control { Control(.hipaa, clause) }

  /// A requirement of PCI-DSS 4.0.1.
  public static func pciDSS(_ clause: String) -> Control { Control(.pciDSS, clause) }

  /// A criterion of the Trust Services Criteria.
  public static func soc2(_ clause: String) -> Control { Control(.soc2, clause) }

  /// An article of the regulation, for example `32(1)(a)`.
  public static func gdpr(_ clause: String) -> Control { Control(.gdpr, clause) }

  /// A section of the CIS AWS Foundations Benchmark.
  public static func awsFoundations(_ clause: String) -> Control { Control(.awsFoundations, clause) }
}

extension Control: Comparable, CustomStringConvertible {
  public var description: String { "\(framework.title) \(clause)" }

  /// By framework, then by clause, in which numbers count as such: 10.2 comes after 3.5.
  public static func < (left: Control, right: Control) -> Bool {
    if left.framework != right.framework { return left.framework < right.framework }
    let numbers = (left.numbers, right.numbers)
    for (a, b) in zip(numbers.0, numbers.1) where a != b { return a < b }
    if numbers.0.count != numbers.1.count { return numbers.0.count < numbers.1.count }
    return left.clause < right.clause
  }

  private var numbers: [Int] { clause.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) } }
}
