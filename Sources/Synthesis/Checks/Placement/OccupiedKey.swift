import ResourceCatalog
import StrataLanguage
import StrataModel

/// Properties whose values together only one resource of a place may have.
struct OccupiedKey {
  /// How far a name reaches.
  enum Reach {
    case region
    case account
    case partition
  }

  /// What a resource holds: for comparison, and for people.
  struct Value {
    var key: String
    var text: String
  }

  /// The paths, taken apart; the last one decides whether the key applies.
  let paths: [[String]]
  /// A property that holders give, whatever its value.
  let condition: String?
  let reach: Reach

  /// The keys of a type: its identifier where the client sets all of it, its name, and what the catalogue adds.
  static func keys(of type: ResourceTypeFacts, _ schema: TypeSchema) -> [OccupiedKey] {
    let reach = reach(of: type.name)
    var sets = type.behavior.occupancyKeys
    let identifier = schema.primaryIdentifier.strings
    let isSettable = identifier.allSatisfy { !$0.contains("/") && schema.property($0)?.isReadOnly == false }
    let isPart = sets.contains { set in identifier.allSatisfy(set.paths.contains) }
    if isSettable, !identifier.isEmpty, !isPart { sets.append(OccupancyKey(identifier)) }
    if let name = type.behavior.generatedName, name.isUnique, !sets.contains(where: { $0.paths.contains(name.property) }) {
      sets.append([name.property])
    }
    return sets.map { set in
      OccupiedKey(paths: set.paths.map { $0.split(separator: ".").map(String.init) }, condition: set.condition, reach: reach)
    }
  }

  /// The path that a diagnostic points at.
  var path: PropertyPath? { paths.last.map { PropertyPath($0.filter { $0 != "*" }.map(PropertyPath.Component.key)) } }

  /// The values that a resource holds under this key; none while one of them is not known.
  func values(of resource: DeclaredResource, in program: ProgramIndex) -> [Value] {
    guard let last = paths.last, condition.map({ resource.properties[$0] != nil }) ?? true else { return [] }
    let document = PropertyValue.object(resource.properties)
    var lasts: [(String, String)] = []
    ValuePath.forEach(last[...], in: document) { value in
      if let text = Self.text(of: value, in: program) { lasts.append(text) }
    }
    guard !lasts.isEmpty else { return [] }
    var key = place(of: resource)
    for path in paths.dropLast() {
      var found: String?
      var isKnown = true
      ValuePath.forEach(path[...], in: document) { value in
        if let text = Self.text(of: value, in: program) { found = text.0 } else { isKnown = false }
      }
      if !isKnown { return [] }
      key += "\u{1}"
      key += found ?? ""
    }
    let name = last.filter { $0 != "*" }.joined(separator: ".")
    return lasts.map { Value(key: key + "\u{1}" + $0.0, text: "\(name) \($0.1)") }
  }

  /// A value for comparison and for people: a text, or the resource that it refers to.
  private static func text(of value: PropertyValue, in program: ProgramIndex) -> (String, String)? {
    switch value {
    case .string(let text): return (text, "'\(text)'")
    case .integer, .bool, .number: return value.scalarText.map { ($0, $0) }
    case .reference(let reference):
      return program.index(of: reference.address).map { ("\u{2}\($0)", "of '\(reference.address)'") }
    case .null, .array, .object, .expression, .secret: return nil
    }
  }

  private func place(of resource: DeclaredResource) -> String {
    switch reach {
    case .partition: resource.placement.partition
    case .account: resource.placement.account
    case .region: resource.placement.account + "/" + resource.placement.region
    }
  }

  func placeText(of resource: DeclaredResource) -> String {
    switch reach {
    case .partition: " in the world"
    case .account: " per account"
    case .region: ""
    }
  }

  /// Sources: S3 user guide, "Bucket naming rules"; IAM, CloudFront, Route 53, Organizations, Budgets and Cost Explorer are global services.
  private static func reach(of type: String) -> Reach {
    if type == "AWS::S3::Bucket" || type == "AWS::CloudFront::Distribution" { return .partition }
    if type == "AWS::CloudWatch::Dashboard" { return .account }
    for service in ["IAM", "CloudFront", "Route53", "Organizations", "Budgets", "CE", "Shield"] where type.hasPrefix("AWS::\(service)::") {
      return .account
    }
    return .region
  }
}
