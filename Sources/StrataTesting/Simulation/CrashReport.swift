import StrataModel
import StrataSimulation
import Testing

/// What a test says about a crash that a deployment did not survive.
struct CrashReport {
  static let mostReports = 5

  let graph: ResourceGraph
  let finding: CrashSweep.Finding

  init(_ graph: ResourceGraph, _ finding: CrashSweep.Finding) {
    self.graph = graph
    self.finding = finding
  }

  func record(at location: Testing.SourceLocation) { Issue.record(Comment(rawValue: text), sourceLocation: location) }

  var text: String {
    var lines: [String] = []
    if let crash = finding.crash {
      let step = crash.address.map { " of \(place(of: $0))" } ?? ""
      lines.append("killed \(crash)\(step), the deployment does not converge:")
    } else {
      lines.append("the deployment does not converge even if nothing disturbs it:")
    }
    for violation in finding.violations.prefix(3) {
      lines.append("  \(violation)\(violation.address.map { " [\(place(of: $0))]" } ?? "")")
    }
    return lines.joined(separator: "\n")
  }

  /// An address with the line that declares it.
  private func place(of address: ResourceAddress) -> String {
    guard let source = graph[address]?.source else { return address.path }
    return "\(address) (\(source))"
  }
}
