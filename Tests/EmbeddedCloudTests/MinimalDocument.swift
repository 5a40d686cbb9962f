import ResourceCatalog
import StrataModel

@testable import StrataEmbeddedCloud

/// Makes the smallest document that a type's schema admits.
struct MinimalDocument {
  /// Values for identifiers of a kind, such as `AWS::EC2::VPC.Id`.
  var identifiers: [String: String] = [:]
  /// Values of properties by name, tried before others.
  var values: [String: PropertyValue] = [:]
  /// Properties that are given although the schema does not ask for them.
  var forced: Set<String> = []
  private var random = CloudRandom(seed: 11, salt: 3)

  init(identifiers: [String: String] = [:], values: [String: PropertyValue] = [:]) {
    self.identifiers = identifiers
    self.values = values
  }

  /// A document without violations; `nil` when none was found, with what is wrong in the best one.
  mutating func document(_ type: TypeSchema) -> (document: PropertyObject?, complaints: [String]) {
    var complaints: [String] = []
    var best = Int.max
    for choice in 0..<24 {
      guard case .object(var document) = value(type.schema, name: "", choice: choice, depth: 0) else { continue }
      for field in values.keys where document[field] == nil && forced.contains(field) && type.property(field) != nil {
        document[field] = values[field]
      }
      for _ in 0..<6 {
        let violations = type.violations(in: PropertyValue.object(document), options: ValidationOptions(requiresExactTypes: true))
          .filter { $0.severity == .error }
        if violations.isEmpty { return (document, []) }
        if violations.count < best {
          best = violations.count
          complaints = violations.map { "\($0.path.map { "\($0)" }.joined(separator: ".")): \($0.message)" }
        }
        if !repair(&document, violations, type) { break }
      }
    }
    return (nil, complaints)
  }

  /// Adds a top-level property that a rule asks for.
  private mutating func repair(_ document: inout PropertyObject, _ violations: [RuleViolation], _ type: TypeSchema) -> Bool {
    var changed = false
    for violation in violations {
      let words = violation.message.split(whereSeparator: { !($0.isLetter || $0.isNumber) }).map(String.init)
      guard violation.path.count <= 1 else { continue }
      for word in words where document[word] == nil {
        guard let property = type.property(word), !property.isReadOnly else { continue }
        document[word] = values[word] ?? value(property.schema, name: word, choice: 0, depth: 1)
        changed = true
        break
      }
    }
    return changed
  }

  private mutating func value(_ schema: Schema, name: String, choice: Int, depth: Int) -> PropertyValue {
    if let known = values[name] { return known }
    let schema = schema.resolved
    if let constant = schema.constant { return constant.propertyValue }
    if let values = schema.enumeration?.values, let first = values.first {
      switch first {
      case .string(let text): return .string(String(text))
      case .number(let number): return Int(exactly: number).map(PropertyValue.integer) ?? .number(number)
      case .bool(let flag): return .bool(flag)
      default: break
      }
    }
    if let values = schema.caseInsensitiveEnumeration?.values, case .string(let text)? = values.first { return .string(String(text)) }
    if schema.kind == .string || schema.kind == .any {
      for format in schema.formats { if let known = identifiers[String(format)] { return .string(known) } }
    }
    guard depth < 14 else { return .object(PropertyObject()) }
    switch schema.kind {
    case .boolean: return .bool(false)
    case .integer, .number: return number(schema)
    case .array:
      var count = schema.minItems ?? 0
      if count == 0, choice % 3 == 1 { count = 1 }
      guard let element = schema.element else { return .array([]) }
      var elements: [PropertyValue] = []
      for _ in 0..<count {
        let next = value(element, name: name, choice: choice, depth: depth + 1)
        elements.append(elements.contains(next) ? varied(next, elements.count) : next)
      }
      return .array(elements)
    case .object: return object(schema, choice: choice, depth: depth)
    case .map:
      guard (schema.minProperties ?? 0) > 0 || choice % 3 == 1, let element = schema.element else { return .object(PropertyObject()) }
      let key = schema.patternProperties.first.flatMap { Pattern(String($0.pattern))?.sample(&random) } ?? "key"
      return .object([key: value(element, name: key, choice: choice, depth: depth + 1)])
    case .json: return schema.types == [.string] ? .string("{}") : .object(PropertyObject())
    case .any where schema.types.isEmpty && !(schema.oneOf.isEmpty && schema.anyOf.isEmpty):
      let alternatives = schema.oneOf.isEmpty ? Array(schema.anyOf) : Array(schema.oneOf)
      return value(alternatives[choice % alternatives.count], name: name, choice: choice, depth: depth + 1)
    case .any, .string, .reference: return .string(text(schema, name: name))
    }
  }

  /// A value that differs from one that is there already.
  private func varied(_ value: PropertyValue, _ number: Int) -> PropertyValue {
    switch value {
    case .string(let text): return .string(text + String(number))
    case .integer(let own): return .integer(own + number)
    case .object(var object):
      for field in object.fields where field.key.hasSuffix("Name") || field.key.hasSuffix("Id") {
        object[field.key] = varied(field.value, number)
        return .object(object)
      }
      if let field = object.fields.first(where: { $0.value.stringValue != nil }) { object[field.key] = varied(field.value, number) }
      return .object(object)
    default: return value
    }
  }

  private mutating func object(_ schema: Schema, choice: Int, depth: Int) -> PropertyValue {
    var wanted = schema.properties.filter(\.isRequired).map { String($0.name) } + schema.looselyRequired.strings
    for alternatives in [schema.oneOf, schema.anyOf] where !alternatives.isEmpty {
      let alternative = alternatives[choice % alternatives.count].resolved
      wanted += alternative.ownProperties.filter(\.isRequired).map { String($0.name) } + alternative.looselyRequired.strings
    }
    for part in schema.allOf {
      let part = part.resolved
      wanted += part.looselyRequired.strings + part.ownProperties.filter(\.isRequired).map { String($0.name) }
      let alternatives = part.oneOf.isEmpty ? part.anyOf : part.oneOf
      if !alternatives.isEmpty { wanted += alternatives[choice % alternatives.count].resolved.looselyRequired.strings }
    }
    let exclusive = schema.requiredXor.strings
    if !exclusive.isEmpty, !exclusive.contains(where: wanted.contains) { wanted.append(exclusive[choice % exclusive.count]) }
    let either = schema.requiredOr.strings
    if !either.isEmpty, !either.contains(where: wanted.contains) { wanted.append(either[choice % either.count]) }
    if wanted.isEmpty, choice % 4 > 1 || (schema.minProperties ?? 0) > 0, let first = schema.properties.first(where: { !$0.isReadOnly }) {
      wanted.append(String(first.name))
    }
    var object = PropertyObject()
    var index = 0
    while index < wanted.count {
      let name = wanted[index]
      index += 1
      guard object[name] == nil, let property = schema.property(name), !property.isReadOnly else { continue }
      object[name] = value(property.schema, name: name, choice: choice, depth: depth + 1)
      for entry in schema.dependentRequired where entry.name == name { wanted += entry.names.strings }
    }
    return .object(object)
  }

  private func number(_ schema: Schema) -> PropertyValue {
    var value = schema.minimum ?? schema.exclusiveMinimum.map { $0 + 1 } ?? 1
    if let maximum = schema.maximum { value = min(value, maximum) }
    if let step = schema.multipleOf, step > 0 { value = (value / step).rounded(.up) * step }
    return schema.kind == .integer || schema.types.contains(.integer) ? .integer(Int(value)) : .number(value)
  }

  private mutating func text(_ schema: Schema, name: String) -> String {
    let minimum = schema.minLength ?? 0
    let maximum = schema.maxLength ?? .max
    let source = schema.pattern ?? schema.anyOf.compactMap(\.pattern).first ?? schema.oneOf.compactMap(\.pattern).first
    let pattern = source.flatMap { Pattern(String($0)) }
    for format in schema.formats {
      switch String(format) {
      case "ipv4-network": return "10.0.0.0/24"
      case "ipv6-network": return "2001:db8::/56"
      case "date-time", "timestamp": return "2026-11-21T09:30:00Z"
      case "uri": return "https://example.com"
      case "json": return "{}"
      default: break
      }
    }
    for candidate in Self.candidates(name) {
      let count = candidate.unicodeScalars.count
      guard count >= minimum, count <= maximum else { continue }
      if pattern?.isFound(in: candidate) ?? (source == nil) { return candidate }
    }
    if let pattern, let text = pattern.sample(minimumLength: minimum, maximumLength: min(maximum, 4000), &random) { return text }
    return String(repeating: "a", count: max(1, minimum))
  }

  /// Likely texts; ARNs are those of another account, which nobody checks.
  private static func candidates(_ name: String) -> [String] {
    let lower = name.lowercased()
    var texts: [String] = []
    if lower.hasSuffix("arn") || lower.hasSuffix("arns") || lower.contains("arn") {
      texts += [
        "arn:aws:iam::999999999999:role/other", "arn:aws:kms:us-east-1:999999999999:key/3f0c8d7e-1b2a-4c3d-8e4f-5a6b7c8d9e0f",
        "arn:aws:sns:us-east-1:999999999999:other", "arn:aws:s3:::other-bucket", "arn:aws:lambda:us-east-1:999999999999:function:other",
      ]
    }
    if lower.contains("cidr") { texts += ["10.0.0.0/24"] }
    if lower.contains("availabilityzone") { texts += ["us-east-1a"] }
    if lower.contains("email") { texts += ["someone@example.com"] }
    if lower.contains("account") { texts += ["999999999999"] }
    if lower.contains("region") { texts += ["us-east-1"] }
    if lower.contains("url") || lower.contains("uri") { texts += ["https://example.com/path"] }
    if lower.contains("schedule") { texts += ["rate(1 day)"] }
    return texts + ["sample-1", "sample1", "sample_1", "Sample1", "1"]
  }
}
