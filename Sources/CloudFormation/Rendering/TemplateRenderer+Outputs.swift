import ResourceCatalog
import StrataModel

/// An output of the program, and where its value is found after a deployment.
struct TemplateOutput {
  var key: String
  /// The template and its output; `nil` where no template has it.
  var place: (unit: Int, output: String)?
  /// Why no template has it.
  var reason: String?
}

extension TemplateRenderer {
  /// Adds the outputs of the program, each to the last template that its value comes from.
  mutating func renderOutputs() -> [TemplateOutput] {
    graph.outputs.map { output in
      if output.isSensitive || output.value.holdsSecret || showsSecret(output.value) {
        return TemplateOutput(
          key: output.key, reason: "it is a secret, and CloudFormation shows outputs to everybody who may read the stack")
      }
      guard let unit = home(of: output) else {
        return TemplateOutput(key: output.key, reason: "no resource of its stack and none that it refers to is in a template")
      }
      current = unit
      guard let value = outputText(output.value, at: Place(output)) else {
        return TemplateOutput(key: output.key, reason: "it has no value")
      }
      let own = output.key.split(separator: "/").dropFirst().joined(separator: "/")
      let name = drafts[unit].outputNamesTaken.take(NameText.alphanumeric(own.isEmpty ? output.key : own), limit: 120)
      drafts[unit].outputs[name] = ["Value": value, "Description": .string("Output \(output.key)")]
      return TemplateOutput(key: output.key, place: (unit, name))
    }
  }

  /// Adds outputs of what an action refers to, so that people who carry it out find it.
  mutating func renderOutputs(for action: ResourceNode) {
    var references: [Reference] = []
    PropertyValue.object(action.properties).forEachReference { reference, _ in references.append(reference) }
    for reference in references where !isSensitive(reference) {
      guard let index = graph.index(of: reference.address), let schema = ResourceCatalog.aws.type(graph.resources[index].type),
        let local = Self.localValue(reference.attribute, of: ids[reference.address], schema)
      else { continue }
      _ = output(reference, of: graph.resources[index], local, in: partition.unitOfResource[index], isExported: false)
    }
  }

  /// The last template of those that a value comes from, so that no template needs a later one; of a known value the stack's first.
  private func home(of output: OutputDeclaration) -> Int? {
    var units: Set<Int> = []
    output.value.forEachReference { reference, _ in
      if let index = graph.index(of: reference.address) { units.insert(partition.unitOfResource[index]) }
    }
    if let last = units.filter({ partition.units[$0].key.action == nil }).max() { return last }
    let stack = ResourceAddress(output.key).stack
    return partition.units.firstIndex { $0.key.stack == stack && $0.key.action == nil }
  }

  /// Whether a value refers to a secret attribute, even if nobody called it a secret.
  private func showsSecret(_ value: PropertyValue) -> Bool {
    var isSecret = false
    value.forEachReference { reference, _ in isSecret = isSecret || isSensitive(reference) }
    return isSecret
  }

  /// A value as the text that an output is.
  private mutating func outputText(_ value: PropertyValue, at place: Place) -> PropertyValue? {
    if let text = value.scalarText { return .string(text) }
    if isList(value) {
      guard let list = self.value(value, at: place) else { return nil }
      return list.arrayValue?.isEmpty == true ? "" : Intrinsic.join(",", list)
    }
    if value.objectValue != nil {
      var pieces = TextPieces()
      appendJSON(value, to: &pieces, at: place)
      return pieces.value
    }
    return self.value(value, at: place)
  }
}
