import AWSProvider
import ArgumentParser
import StrataDeployment
import StrataModel

/// Writes the least IAM policy with which an environment can be deployed.
struct PermissionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "permissions", abstract: "Writes the least IAM policy that a deployment needs.",
    discussion: """
      The document on standard output is what 'aws iam create-policy --policy-document' takes. Where more than one policy is needed, for \
      several accounts or because one holds 6,144 characters at most, they come as one JSON object that names who each is for.
      """)

  /// What the policy must allow.
  enum Purpose: String, ExpressibleByArgument, CaseIterable {
    /// What the next deployment does.
    case plan
    /// Creating, changing and deleting everything that the program declares.
    case environment
    /// Deleting what is recorded.
    case destroy
  }

  @OptionGroup var options: EnvironmentOptions
  @Option(name: .customLong("for"), help: "What it is for: the next deployment, the environment's whole life, or its end.")
  var purpose: Purpose = .plan

  func run() async throws {
    let session = try options.session()
    let report = PermissionReport(steps: try await steps(session))
    if !report.indirectTypes.isEmpty {
      let list = report.indirectTypes.joined(separator: ", ")
      session.terminal.report(
        session.context.diagnostics.text(of: [
          Diagnostic(
            .warning, code: "unknown-permissions",
            "\(list): made through Cloud Control, which needs the actions of the services themselves as well",
            remedy: "'aws cloudformation describe-type --type RESOURCE --type-name …' lists them under handlers")
        ]))
    }
    if !options.place.json, report.entries.count <= 1, report.entries.first?.documents.count ?? 0 <= 1 {
      guard let document = report.entries.first?.documents.first else {
        session.terminal.report("Nothing is to be done, so nothing needs to be allowed.\n")
        return
      }
      session.terminal.print(JSONWriter.prettyText(of: document))
    } else {
      session.terminal.print(JSONWriter.prettyText(of: report.json))
    }
  }

  private func steps(_ session: Session) async throws -> [PermissionPolicy.Step] {
    let snapshot = try await session.loadState()
    if purpose == .destroy {
      return snapshot.records.values.sorted { $0.instance < $1.instance }.map {
        PermissionPolicy.Step(type: $0.type, operation: .delete, placement: $0.placement, properties: $0.appliedProperties)
      }
    }
    let (graph, _) = try session.synthesize()
    let questions = graph.lookups.map { lookup in
      PermissionPolicy.Step(
        type: "", operation: .keep, placement: lookup.query.placement, actions: LookupPermissions.actions(for: lookup.query))
    }
    if purpose == .environment {
      let roles = RoleNames(in: graph.resources, environment: graph.environment)
      return questions
        + graph.resources.flatMap { node in
          let properties = roles.filled(node.properties, in: node.placement)
          return [PlanStep.Operation.create, .update, .delete].map {
            PermissionPolicy.Step(type: node.type, operation: $0, placement: node.placement, properties: properties)
          }
        }
    }
    // Dangers are accepted when the plan is applied, not by asking what it would take.
    let plan = try session.plan(
      from: snapshot, to: graph, observations: Self.standIns(for: graph, snapshot),
      acknowledgements: GivenAcknowledgements(coversAll: true, allowsMassDelete: true), isProvisional: true)
    let roles = RoleNames(in: plan.steps.compactMap(\.desired), environment: graph.environment)
    return questions
      + plan.steps.map { step in
        PermissionPolicy.Step(
          type: step.type, operation: step.operation, placement: step.placement,
          properties: step.desired.map { roles.filled($0.properties, in: step.placement) })
      }
  }

  /// Answers of the right form for questions that nobody asked yet: what a policy needs does not depend on them.
  private static func standIns(for graph: ResourceGraph, _ snapshot: StateSnapshot) -> Observations {
    var observations = Observations()
    for lookup in graph.lookupsToRead(snapshot, isRefreshing: false) {
      let region = lookup.query.placement.region
      observations.lookups[lookup.key] =
        lookup.query.subject == .availabilityZones ? .array("abcdef".map { .string("\(region)\($0)") }) : .string("*")
    }
    return observations
  }
}
