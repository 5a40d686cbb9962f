public import StrataModel

/// A graph as templates of CloudFormation, for teams that want AWS to run the deployment, and for tools that read templates.
///
/// A template has what one stack has in one account and region. Templates of one account and region import from each other; what comes from
/// another one is a parameter, because CloudFormation imports across neither. The manifest has the order, and what no template can say.
public struct CloudFormationExport: Sendable {
  /// The templates in the order of deployment.
  public let templates: [CloudFormationTemplate]

  /// The order of deployment with the sources of all parameters, the calls to make by hand, and where outputs are found.
  public let manifest: PropertyValue

  /// What cannot be written, ascending by place; with an error the templates are not complete.
  public let diagnostics: [Diagnostic]

  /// Writes a graph as templates, the same ones on every run.
  ///
  /// - Parameter limits: what a template may hold; CloudFormation's own limits unless told otherwise.
  public init(of graph: ResourceGraph, limits: TemplateLimits = TemplateLimits()) {
    let partition = TemplatePartition(of: graph, limits: limits)
    let names = StackNames(of: partition, environment: graph.environment)
    let ids = LogicalIDs(of: graph)
    var renderer = TemplateRenderer(graph: graph, partition: partition, ids: ids, stackNames: names.names)
    renderer.render()
    let outputs = renderer.renderOutputs()

    var templates: [Int: CloudFormationTemplate] = [:]
    for (index, unit) in partition.units.enumerated() where unit.key.action == nil {
      templates[index] = CloudFormationTemplate(renderer.drafts[index], unit.key, environment: graph.environment)
    }
    let manifest = ExportManifest(graph: graph, partition: partition, drafts: renderer.drafts, templates: templates, limits: limits)
    self.manifest = manifest.document(outputs: outputs)
    self.templates = templates.sorted { $0.key < $1.key }.map(\.value)
    let found = names.diagnostics + ids.diagnostics + renderer.diagnostics + partition.notes
    diagnostics = found + self.templates.flatMap { $0.exceeded(limits) }
  }
}

extension CloudFormationTemplate {
  init(_ draft: TemplateDraft, _ key: TemplateKey, environment: String) {
    var document: PropertyObject = [
      "AWSTemplateFormatVersion": "2010-09-09",
      "Description": .string("Stack '\(key.stack)' of environment '\(environment)'"),
      "Resources": .object(draft.resources),
    ]
    if !draft.parameters.isEmpty {
      document["Parameters"] = .object(PropertyObject(draft.parameters.map { ($0.name, $0.document) }))
    }
    if !draft.outputs.isEmpty { document["Outputs"] = .object(draft.outputs) }
    self.init(stack: key.stack, stackName: draft.stackName, account: key.account, region: key.region, document: document)
  }

  /// What CloudFormation would refuse the template for.
  func exceeded(_ limits: TemplateLimits) -> [Diagnostic] {
    func count(_ section: String) -> Int { document[section]?.objectValue?.count ?? 0 }
    let excess = [
      (resourceCount, limits.resources, "resources"), (count("Outputs"), limits.outputs, "outputs"),
      (count("Parameters"), limits.parameters, "parameters"), (text(limit: limits.bytes).utf8.count, limits.bytes, "bytes"),
    ]
    return excess.filter { $0.0 > $0.1 }.map { found, limit, what in
      Diagnostic(
        .error, code: "template-too-large", "the template '\(file)' has \(found) \(what), and CloudFormation takes \(limit)",
        remedy: "divide the stack '\(stack)', or its largest component, into several")
    }
  }
}

extension TemplatePartition {
  /// Which stacks are in several templates, and why.
  var notes: [Diagnostic] {
    var notes: [Diagnostic] = []
    for unit in units where unit.part == 2 {
      let count = units.count { $0.key == unit.key }
      notes.append(
        Diagnostic(
          .note, code: "stack-in-parts",
          "the stack '\(unit.key.stack)' in \(unit.key.account)/\(unit.key.region) is in \(count) templates, "
            + "because others stand between its resources, and a template cannot wait for another halfway"))
    }
    return notes
  }
}
