import ResourceCatalog
import StrataModel

extension TemplateRenderer {
  /// An attribute of a resource: of the same template, imported from one of the same account and region, or a parameter.
  mutating func attribute(_ reference: Reference, at place: Place) -> PropertyValue? {
    guard let index = graph.index(of: reference.address) else {
      report(.error, "unknown-reference", "\(reference) is of no resource of this program", at: place)
      return nil
    }
    let producer = graph.resources[index]
    guard let schema = ResourceCatalog.aws.type(producer.type) else {
      // An action or a type of nobody's: the resource itself is reported where it stands.
      return parameter(reference, of: producer, unit: nil)
    }
    let unit = partition.unitOfResource[index]
    guard let local = Self.localValue(reference.attribute, of: ids[producer.address], schema) else {
      // An input that CloudFormation does not give back is what was declared.
      if let declared = PropertyValue.object(producer.properties)[
        PropertyPath(parsing: reference.attribute) ?? PropertyPath(reference.attribute)]
      {
        return value(declared, at: place)
      }
      report(
        .error, "attribute-not-in-cloudformation", "CloudFormation does not tell \(reference.attribute) of \(producer.type)",
        remedy: "give \(producer.address) that property, or refer to another", at: place)
      return nil
    }
    if unit == current {
      mentioned.insert(ids[producer.address])
      return local
    }
    // An output shows its value to everybody who may read the stack.
    if isSensitive(reference) { return secretParameter(of: reference) }
    let key = partition.units[unit].key
    if key.sharesPlacement(with: self.unit.key) {
      let name = output(reference, of: producer, local, in: unit, isExported: true)
      let imported = Intrinsic.importValue(drafts[unit].exportName(of: name))
      return kind(of: reference) == .array ? Intrinsic.split(",", imported) : imported
    }
    // What the program itself says needs nobody to carry it over.
    if let declared = producer.properties[reference.attribute], declared.isLiteral, schema.property(reference.attribute)?.isReadOnly != true
    {
      return value(declared, at: place)
    }
    return parameter(reference, of: producer, unit: unit)
  }

  /// An attribute inside of the template that has the resource; `nil` for what CloudFormation does not tell.
  static func localValue(_ attribute: String, of id: String, _ schema: TypeSchema) -> PropertyValue? {
    if ReturnValues.reference(of: schema) == attribute { return Intrinsic.ref(id) }
    return ReturnValues.isReadable(attribute, of: schema) ? Intrinsic.attribute(attribute, of: id) : nil
  }

  /// The name of the output that gives an attribute to other templates; it is added where it is not there yet.
  mutating func output(
    _ reference: Reference, of producer: ResourceNode, _ local: PropertyValue, in unit: Int, isExported: Bool
  ) -> String {
    drafts[current].needs.insert(unit)
    let known = drafts[unit].outputNames[reference]
    let name =
      known ?? drafts[unit].outputNamesTaken.take(ids[producer.address] + NameText.alphanumeric(reference.attribute), limit: 120)
    drafts[unit].outputNames[reference] = name
    var document =
      drafts[unit].outputs[name]?.objectValue ?? [
        "Value": kind(of: reference) == .array ? Intrinsic.join(",", local) : local,
        "Description": .string("\(reference.attribute) of \(producer.address), for other stacks"),
      ]
    if isExported { document["Export"] = ["Name": .string(drafts[unit].exportName(of: name))] }
    drafts[unit].outputs[name] = .object(document)
    return name
  }

  /// A parameter for an attribute of another account or region.
  private mutating func parameter(_ reference: Reference, of producer: ResourceNode, unit: Int?) -> PropertyValue {
    let isList = kind(of: reference) == .array
    let name = NameText.alphanumeric(producer.address.stack) + ids[producer.address] + NameText.alphanumeric(reference.attribute)
    var source = "\(reference.attribute) of \(producer.address) in \(producer.placement)"
    var origin: (unit: Int, output: String)?
    if let unit, let schema = ResourceCatalog.aws.type(producer.type),
      let local = Self.localValue(reference.attribute, of: ids[producer.address], schema)
    {
      let output = output(reference, of: producer, local, in: unit, isExported: false)
      origin = (unit, output)
      source += ": output \(output) of stack \(drafts[unit].stackName)"
    }
    return parameter(
      TemplateParameter(
        name: name, origin: .attribute(reference), type: isList ? "CommaDelimitedList" : "String", description: source, producer: origin))
  }

  /// The reference to a parameter; it is added where the template has none of this origin.
  mutating func parameter(_ parameter: TemplateParameter) -> PropertyValue {
    if let known = drafts[current].parameters.firstIndex(where: { $0.origin == parameter.origin }) {
      // What is an image in one place is one everywhere.
      if parameter.type.contains("AWS::EC2::Image::Id") { drafts[current].parameters[known].type = parameter.type }
      return Intrinsic.ref(drafts[current].parameters[known].name)
    }
    var parameter = parameter
    parameter.name = drafts[current].names.take(parameter.name)
    drafts[current].parameters.append(parameter)
    return Intrinsic.ref(parameter.name)
  }
}
