import AWSProvider
import ArgumentParser
import StrataDeployment
import StrataModel

/// Writes the least IAM policy with which an environment can be deployed.
struct PermissionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "permissions", abstract: "Writes the least IAM policy that a deployment needs.",
    discussion: """
      The document on standard output is what 'aws iam create-policy --policy-document' takes. It names the resources that are known, by \
      pattern where a part of a name is not, and otherwise their kinds. Where more than one policy is needed, for \
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
    let records = snapshot.records.values.sorted { $0.instance < $1.instance }
    if purpose == .destroy {
      let names = ResourceNames(in: [], former: records, environment: snapshot.environment)
      return records.map { Self.deletion(of: $0, names) }
    }
    let (graph, _) = try session.synthesize()
    let questions = graph.lookups.map { lookup in PermissionPolicy.Step(asking: lookup.query) }
    if purpose == .environment {
      // What is recorded does not count: the policy is to hold for objects that come after those.
      let names = ResourceNames(in: graph.resources, environment: graph.environment)
      return questions
        + graph.resources.flatMap { node in
          [PlanStep.Operation.create, .update, .delete].map { PermissionPolicy.Step(node, does: $0, names) }
        }
    }
    // Dangers are accepted when the plan is applied, not by asking what it would take.
    let plan = try session.plan(
      from: snapshot, to: graph, observations: Self.standIns(for: graph, snapshot),
      acknowledgements: GivenAcknowledgements(coversAll: true, allowsMassDelete: true), isProvisional: true)
    let staying = plan.steps.filter { $0.hasRecord && $0.operation != .delete && $0.operation != .forget }
    let names = ResourceNames(
      in: graph.resources,
      records: staying.compactMap { step in
        // A moved resource is meant by the address that it gets.
        var record = snapshot.records[step.instance]
        record?.address = step.address
        return record
      },
      former: plan.steps.filter { $0.operation == .delete }.compactMap { snapshot.records[$0.instance] }, environment: graph.environment)
    return questions
      + plan.steps.map { step in
        if step.operation == .delete, let record = snapshot.records[step.instance] { return Self.deletion(of: record, names) }
        guard let desired = step.desired else {
          return PermissionPolicy.Step(type: step.type, operation: step.operation, placement: step.placement)
        }
        var made = PermissionPolicy.Step(desired, does: step.operation, names)
        if let record = snapshot.records[step.instance] { made.related += Self.deletion(of: record, names).related }
        return made
      }
  }

  private static func deletion(of record: ResourceRecord, _ names: ResourceNames) -> PermissionPolicy.Step {
    let resource = KnownResource(record)
    return PermissionPolicy.Step(
      type: record.type, operation: .delete, placement: record.placement, properties: resource.properties, resource: resource,
      related: ReferencedResources(of: record.inputs, type: record.type, in: record.placement, names: names).arns)
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
