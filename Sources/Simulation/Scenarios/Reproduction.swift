/// A failing scenario as Swift source: a test that can be pasted into a file of tests.
package struct Reproduction: CustomStringConvertible {
  private let scenario: Scenario
  private let violation: Violation

  package init(_ scenario: Scenario, _ violation: Violation) {
    self.scenario = scenario
    self.violation = violation
  }

  package var description: String {
    let concurrency = scenario.concurrency == 64 ? "" : " concurrency: \(scenario.concurrency),"
    var lines = [
      "  // \(violation)",
      "  @Test func `Seed \(scenario.seed) breaks no invariant`() {",
      "    let scenario = Scenario(",
      "      seed: \(scenario.seed), callLifetime: \(scenario.callLifetime),\(concurrency)",
      "      deployments: [",
    ]
    for deployment in scenario.deployments { lines += Self.lines(of: deployment) }
    lines += ["      ])", "    #expect(scenario.run().violations == [])", "  }"]
    return lines.joined(separator: "\n")
  }

  private static func lines(of deployment: Scenario.Deployment) -> [String] {
    var tail = ""
    if !deployment.attempts.isEmpty { tail += ", attempts: [\(deployment.attempts.map(text).joined(separator: ", "))]" }
    if deployment.rotatesSecrets { tail += ", rotatesSecrets: true" }
    if deployment.pause > 0 { tail += ", pause: \(deployment.pause)" }
    if let rollback = deployment.rollback { tail += ", rollback: [\(rollback.map(text).joined(separator: ", "))]" }
    guard let program = deployment.program else { return ["        .init(nil\(tail)),"] }
    return ["        .init(", "          SimulatedProgram(["] + program.resources.map { "            \(text($0))," }
      + ["          ])\(tail)),"]
  }

  private static func text(_ attempt: Scenario.Attempt) -> String {
    let disruption =
      switch attempt.disruption {
      case nil: "nil"
      case .crash(let at): ".crash(at: \(at))"
      case .stop(let at, let twice): ".stop(at: \(at), twice: \(twice))"
      case .diskFull(let at, let points): ".diskFull(at: \(at), points: \(points))"
      case .rival(let at): ".rival(at: \(at))"
      case .stalePlan: ".stalePlan"
      case .foreign(.delete(let number)): ".foreign(.delete(\(number)))"
      case .foreign(.change(let number)): ".foreign(.change(\(number)))"
      }
    return ".init(\(disruption)\(attempt.weather == .calm ? "" : ", .\(attempt.weather.name)"))"
  }

  private static func text(_ resource: SimulatedResource) -> String {
    var parts = ["\"\(resource.address)\"", ".\(resource.kind.rawValue)", "slot: \(resource.slot)"]
    if resource.content != 0 { parts.append("content: \(resource.content)") }
    if resource.shape != 0 { parts.append("shape: \(resource.shape)") }
    if !resource.uses.isEmpty {
      parts.append("uses: [\(resource.uses.keys.sorted().map { "\"\($0)\": \"\(resource.uses[$0] ?? "")\"" }.joined(separator: ", "))]")
    }
    for (name, flag) in [
      ("isNamed", resource.isNamed), ("isElsewhere", resource.isElsewhere), ("isRetained", resource.isRetained),
      ("isProtected", resource.isProtected), ("isDeletedFirst", resource.isDeletedFirst),
    ] where flag { parts.append("\(name): true") }
    if let from = resource.renamedFrom { parts.append("renamedFrom: \"\(from)\"") }
    return ".init(\(parts.joined(separator: ", ")))"
  }
}
