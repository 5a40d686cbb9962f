import ResourceCatalog
import StrataModel

/// How the value of one attribute comes about; built once per type.
indirect enum AttributeMaker: Sendable {
  case constant(PropertyValue)
  case text(IdentityTemplate)
  /// A text whose schema wants a number.
  case number(IdentityTemplate)
  case pattern(Pattern, minimumLength: Int, maximumLength: Int)
  case object([(String, AttributeMaker)])
  case array(AttributeMaker, count: Int)

  /// The value for an object.
  func value(in context: inout AttributeContext) -> PropertyValue {
    switch self {
    case .constant(let value): return value
    case .text(let template): return .string(context.text(of: template))
    case .number(let template): return .integer(Int(context.text(of: template)) ?? 1)
    case .pattern(let pattern, let minimum, let maximum):
      return .string(pattern.sample(minimumLength: minimum, maximumLength: maximum, &context.random) ?? "unknown")
    case .object(let fields):
      var object = PropertyObject()
      for (key, maker) in fields { object[key] = maker.value(in: &context) }
      return .object(object)
    case .array(let maker, let count): return .array((0..<count).map { _ in maker.value(in: &context) })
    }
  }
}

/// Derives makers of attributes from a type's schema, where AWS's own form is not known.
struct AttributeMakerBuilder {
  let service: String
  let resource: String
  let isGlobal: Bool
  /// The property that tells objects of the type apart in ARNs.
  let nameProperty: String?
  /// Sample values, to find out whether a form fits a pattern.
  var sample: AttributeContext

  private static let goodStates = [
    "ACTIVE", "AVAILABLE", "Active", "Available", "active", "available", "ENABLED", "Enabled", "READY", "Ready", "DEPLOYED", "COMPLETED",
    "SUCCEEDED", "SUCCESS", "CREATED", "CREATE_COMPLETE", "RUNNING", "STARTED", "ONLINE", "HEALTHY", "VALID", "IN_SYNC",
  ]

  mutating func maker(for schema: Schema, name: String, depth: Int = 0) -> AttributeMaker {
    let schema = schema.resolved
    if let constant = schema.constant { return .constant(constant.propertyValue) }
    if let values = schema.enumeration?.values, !values.isEmpty {
      let texts = values.compactMap { value -> String? in if case .string(let text) = value { String(text) } else { nil } }
      if let good = Self.goodStates.first(where: texts.contains) { return .constant(.string(good)) }
      if let first = texts.first { return .constant(.string(first)) }
    }
    if depth < 6, schema.types.isEmpty, let choice = schema.oneOf.first ?? schema.anyOf.first, schema.kind == .any {
      return maker(for: choice, name: name, depth: depth + 1)
    }
    switch schema.kind {
    case .integer, .number: return .constant(number(schema))
    case .boolean: return .constant(.bool(false))
    case .array:
      let count = schema.minItems ?? 0
      guard count > 0, depth < 6, let element = schema.element else { return .constant(.array([])) }
      return .array(maker(for: element, name: name, depth: depth + 1), count: count)
    case .object:
      guard depth < 6 else { return .constant(.object(PropertyObject())) }
      var fields: [(String, AttributeMaker)] = []
      let choice = schema.oneOf.first?.resolved ?? schema.anyOf.first?.resolved
      let chosen =
        Array(schema.requiredXor.strings.prefix(1)) + (choice?.looselyRequired.strings ?? [])
        + (choice?.ownProperties.filter(\.isRequired).map { String($0.name) } ?? [])
      for property in schema.properties {
        let key = String(property.name)
        guard property.isRequired || chosen.contains(key) else { continue }
        fields.append((key, maker(for: property.schema, name: key, depth: depth + 1)))
      }
      return .object(fields)
    case .map: return .constant(.object(PropertyObject()))
    case .json:
      return schema.types.contains(.object) || schema.types.isEmpty ? .constant(.object(PropertyObject())) : .constant(.string("{}"))
    case .any, .string, .reference: return text(schema, name: name)
    }
  }

  private func number(_ schema: Schema) -> PropertyValue {
    var value = 1.0
    if let minimum = schema.minimum { value = max(value, minimum) }
    if let minimum = schema.exclusiveMinimum { value = max(value, minimum + 1) }
    if let maximum = schema.maximum { value = min(value, maximum) }
    return Int(exactly: value).map(PropertyValue.integer) ?? .number(value)
  }

  // MARK: Texts

  private mutating func text(_ schema: Schema, name: String) -> AttributeMaker {
    let minimum = schema.minLength ?? 0
    let maximum = schema.maxLength ?? .max
    var source = schema.pattern.map { String($0) }
    if source == nil {
      for alternative in schema.anyOf where alternative.pattern != nil { source = alternative.pattern.map { String($0) } }
      for alternative in schema.oneOf where alternative.pattern != nil { source = alternative.pattern.map { String($0) } }
    }
    let pattern = source.flatMap(Pattern.init)
    var fallback: IdentityTemplate?
    for candidate in Self.formatted(schema)
      + candidates(name, isDate: schema.format.map { $0 == "date-time" || $0 == "timestamp" } ?? false)
    {
      let template = IdentityTemplate(candidate)
      let texts = (0..<(pattern == nil ? 2 : 24)).map { _ in sample.text(of: template) }
      guard texts.allSatisfy({ (minimum...max(minimum, maximum)).contains($0.unicodeScalars.count) }) else { continue }
      guard let pattern else { return .text(template) }
      if texts.allSatisfy(pattern.isFound) { return .text(template) }
      if fallback == nil { fallback = template }
    }
    if let pattern { return .pattern(pattern, minimumLength: minimum, maximumLength: maximum) }
    return .text(fallback ?? IdentityTemplate("{lower\(max(1, minimum))}"))
  }

  /// The forms of values whose kind the schema names.
  private static func formatted(_ schema: Schema) -> [String] {
    schema.formats.compactMap { format in
      switch String(format) {
      case "AWS::KMS::Key.Arn": "arn:{partition}:kms:{region}:{account}:key/{uuid}"
      case "AWS::IAM::Role.Arn": "arn:{partition}:iam::{account}:role/{lower12}"
      case "AWS::ACM::Certificate.Arn": "arn:{partition}:acm:{region}:{account}:certificate/{uuid}"
      case "AWS::SNS::Topic.Arn": "arn:{partition}:sns:{region}:{account}:{lower12}"
      case "AWS::Lambda::Function.Arn": "arn:{partition}:lambda:{region}:{account}:function:{lower12}"
      case "AWS::EC2::Image.Id": "ami-0{hex16}"
      case "AWS::EC2::VPC.Id": "vpc-0{hex16}"
      case "AWS::EC2::Subnet.Id": "subnet-0{hex16}"
      case "AWS::EC2::SecurityGroup.Id": "sg-0{hex16}"
      case "ipv4-network": "10.0.0.0/24"
      case "ipv6-network": "2001:db8::/56"
      default: nil
      }
    }
  }

  /// Forms that a value of that name could have, the likeliest first.
  private func candidates(_ name: String, isDate: Bool) -> [String] {
    let lower = name.lowercased()
    let place = isGlobal ? "{partition}:\(service)::{account}" : "{partition}:\(service):{region}:{account}"
    let ids = [
      "{uuid}", "{lower10}", "{hex17}", "{hex32}", "{lower12}", "{mixed10}", "{upper12}", "{digits12}", "{hex8}", "{digits7}", "{lower26}",
    ]
    if isDate || Self.dateEndings.contains(where: name.hasSuffix) {
      return ["{date}", "2026-11-21T09:30:00Z", "2026-11-21T09:30:00+00:00", "1795253400", "2026-11-21", "1795253400.0"] + ids
    }
    if lower.hasSuffix("accountid") || lower == "ownerid" || lower == "resourceowner" || lower == "owner" { return ["{account}"] + ids }
    if lower.hasSuffix("region") { return ["{region}"] + ids }
    if lower.hasSuffix("arn") || lower.hasSuffix("arns") {
      let kinds = [Self.kebab(resource), Self.lowerCamel(resource), resource.lowercased()]
      let own = lower == "arn" || lower == resource.lowercased() + "arn"
      let last = own ? (nameProperty.map { ["{tail:\($0)}"] } ?? []) + ids : ids
      return last.flatMap { id in kinds.flatMap { ["arn:\(place):\($0)/\(id)", "arn:\(place):\($0):\(id)"] } }
    }
    if lower.hasSuffix("url") || lower.hasSuffix("uri") || lower.hasSuffix("endpoint") {
      return ["https://{lower10}.\(service).{region}.{suffix}", "{lower10}.\(service).{region}.{suffix}"] + ids
    }
    if lower.hasSuffix("domainname") || lower.contains("dns") { return ["{lower10}.\(service).{region}.{suffix}"] + ids }
    if lower.hasSuffix("version") || lower.hasSuffix("versionnumber") { return ["1", "1.0", "1.0.0", "v1", "DRAFT"] + ids }
    if lower.hasSuffix("name") { return [Self.kebab(resource) + "-{lower8}", "{lower12}"] + ids }
    if lower.hasSuffix("status") || lower.hasSuffix("state") { return ["ACTIVE", "Active", "active", "available"] + ids }
    if lower.hasSuffix("id") || lower.hasSuffix("identifier") {
      return service == "ec2" ? [Self.kebab(resource) + "-0{hex16}"] + ids : ids
    }
    return ["{lower10}"] + ids
  }

  private static let dateEndings = ["At", "Time", "Date", "Timestamp", "On", "time", "At_"]

  /// `DBSubnetGroup` as `db-subnet-group`.
  static func kebab(_ name: String) -> String {
    var text: [UInt8] = []
    let bytes = Array(name.utf8)
    for (index, byte) in bytes.enumerated() {
      let isUpper = byte >= 65 && byte <= 90
      let follows = index > 0 && !(bytes[index - 1] >= 65 && bytes[index - 1] <= 90)
      let ends = index > 0 && index + 1 < bytes.count && bytes[index + 1] >= 97
      if isUpper, follows || ends { text.append(UInt8(ascii: "-")) }
      text.append(isUpper ? byte | 0x20 : byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func lowerCamel(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }
}

extension CatalogValue {
  /// The value as a document value.
  var propertyValue: PropertyValue {
    switch content {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let value): Int(exactly: value).map(PropertyValue.integer) ?? .number(value)
    case .string(let value): .string(String(value))
    case .array(let values): .array(values.map(\.propertyValue))
    case .object(let fields): .object(PropertyObject(fields.map { (String($0.key), $0.value.propertyValue) }))
    }
  }
}
