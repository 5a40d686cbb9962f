import StrataModel

/// What somebody needs beside the templates to deploy them.
struct ExportManifest {
  let graph: ResourceGraph
  let partition: TemplatePartition
  let drafts: [TemplateDraft]
  let templates: [Int: CloudFormationTemplate]
  let limits: TemplateLimits

  func document(outputs: [TemplateOutput]) -> PropertyValue {
    [
      "environment": .string(graph.environment),
      "steps": .array(
        partition.units.indices.map { index in
          .object(templates[index].map { templateStep($0, index) } ?? actionStep(index))
        }),
      "outputs": .array(outputs.map(document(of:))),
    ]
  }

  /// How a step is named by others.
  private func name(of unit: Int) -> String { templates[unit]?.file ?? partition.units[unit].key.action?.path ?? "" }

  private func after(_ unit: Int) -> [PropertyValue] {
    partition.units[unit].dependencies.union(drafts[unit].needs).subtracting([unit]).sorted().map { .string(name(of: $0)) }
  }

  private func document(of output: TemplateOutput) -> PropertyValue {
    var document: PropertyObject = ["key": .string(output.key)]
    if let place = output.place {
      document["output"] = .string(place.output)
      document["template"] = .string(name(of: place.unit))
    }
    if let reason = output.reason { document["leftOut"] = .string(reason) }
    return .object(document)
  }

  // MARK: Templates

  private func templateStep(_ template: CloudFormationTemplate, _ unit: Int) -> PropertyObject {
    var step: PropertyObject = [
      "template": .string(template.file), "stackName": .string(template.stackName), "account": .string(template.account),
      "region": .string(template.region), "resources": .integer(template.resourceCount),
    ]
    let nodes = partition.units[unit].members.map { graph.resources[$0] }
    let after = after(unit)
    if !after.isEmpty { step["after"] = .array(after) }
    let capabilities = Capabilities.needed(by: nodes)
    if !capabilities.isEmpty { step["capabilities"] = .array(capabilities.map(PropertyValue.string)) }
    if template.text(limit: limits.bytes).utf8.count > limits.bytesInCall { step["mustBeInS3"] = true }
    if !drafts[unit].parameters.isEmpty { step["parameters"] = .array(drafts[unit].parameters.map(document(of:))) }
    if !drafts[unit].adopted.isEmpty {
      step["resourcesToImport"] = .array(drafts[unit].adopted.map(\.document))
    }
    let lost = nodes.flatMap(Self.lost)
    if !lost.isEmpty { step["notExpressed"] = .array(lost) }
    return step
  }

  private func document(of parameter: TemplateParameter) -> PropertyValue {
    var document: PropertyObject = ["name": .string(parameter.name), "description": .string(parameter.description)]
    if let producer = parameter.producer {
      document["from"] = ["template": .string(name(of: producer.unit)), "output": .string(producer.output)]
    }
    if parameter.isSecret { document["secret"] = true }
    if let value = parameter.defaultValue { document["default"] = .string(value) }
    return .object(document)
  }

  /// What is said of a resource that CloudFormation has no words for.
  private static func lost(by node: ResourceNode) -> [PropertyValue] {
    var sentences = node.lifecycle.ignoredPaths.map { "a change of \($0) in the template is applied; with 'deploy' it is not" }
    if node.lifecycle.isDeletedFirst {
      sentences.append("a replacement is made before the old one is deleted; with 'deploy' it is the other way")
    }
    return sentences.map { ["address": .string(node.address.path), "what": .string($0)] }
  }

  // MARK: Actions

  private func actionStep(_ unit: Int) -> PropertyObject {
    guard let index = partition.units[unit].members.first else { return [:] }
    let node = graph.resources[index]
    var step: PropertyObject = [
      "action": .string(node.address.path), "account": .string(node.placement.account), "region": .string(node.placement.region),
      "source": .string("\(node.source.fileID):\(node.source.line)"),
    ]
    let after = after(unit)
    if !after.isEmpty { step["after"] = .array(after) }
    guard let action = ActionSpecification(document: node.properties) else { return step }
    step["effect"] = .string(action.effect)
    step["call"] = readable(.object(action.run.document))
    step["proof"] = readable(.object(action.proof.document))
    if let undo = action.undo { step["undo"] = readable(.object(undo.document)) }
    return step
  }

  /// Where people find an attribute.
  private func place(of reference: Reference) -> String {
    if let index = graph.index(of: reference.address) {
      let draft = drafts[partition.unitOfResource[index]]
      if let output = draft.outputNames[reference] { return "output \(output) of stack \(draft.stackName)" }
    }
    return reference.description
  }

  /// A request for people: in the place of references stands what is meant.
  private func readable(_ value: PropertyValue) -> PropertyValue {
    switch value {
    case .null, .bool, .integer, .number, .string: value
    case .array(let elements): .array(elements.map(readable))
    case .object(let object): .object(object.mapValues(readable))
    case .reference(let reference): .string("<\(place(of: reference))>")
    case .secret(let source): .string("<secret \(source.kind.rawValue) \(source.name)>")
    case .expression(let expression):
      if let query = expression.lookup {
        .string("<\(query.key)>")
      } else if expression.function == .concatenate {
        .string(expression.arguments.map { $0.scalarText ?? readable($0).stringValue ?? JSONWriter.plainText(of: readable($0)) }.joined())
      } else {
        .string("<\(expression.function.rawValue) of \(JSONWriter.plainText(of: .array(expression.arguments.map(readable))))>")
      }
    }
  }
}
