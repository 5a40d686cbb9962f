import ResourceCatalog
import StrataLanguage
import StrataModel

/// Judges every reference: whether its producer has the attribute, may show it, and whether the attribute means what the consumer wants.
struct ReferenceCheck {
  /// An attribute of a type; what is found out about one is kept.
  private struct Attribute: Hashable {
    let type: Int
    let name: String
  }

  private enum Verdict {
    case readable
    case unknown(nearest: String?)
    case writeOnly
    case sensitive
  }

  private let program: ProgramIndex
  private var verdicts: [Attribute: Verdict] = [:]

  private init(_ program: ProgramIndex) { self.program = program }

  static func run(_ program: ProgramIndex, _ outputs: [OutputDeclaration], _ report: inout DiagnosticReport) {
    var check = ReferenceCheck(program)
    var meaning = ReferenceMeaning(program)
    for site in program.sites {
      guard let producer = site.producer else { continue }
      if check.judge(site, producer, &report), site.isWhole { meaning.check(site, producer, &report) }
    }
    for secret in program.secrets { SecretSinks.check(secret, program, &report) }
    for output in outputs { check.judge(output, &report) }
  }

  /// Reports what is wrong with the attribute; whether it can be read.
  private mutating func judge(_ site: ReferenceSite, _ producer: Int, _ report: inout DiagnosticReport) -> Bool {
    let name = site.reference.attribute
    let verdict = verdict(on: name, of: producer)
    if case .readable = verdict { return true }
    let consumer = program.resources[site.consumer]
    let target = program.resources[producer]
    let note = Diagnostic.Note("'\(target.address)' is declared here", at: target.source)
    switch verdict {
    case .readable: return true
    case .unknown(let nearest):
      report.error(
        "unknown-attribute", "\(target.type) has no attribute '\(name)', which \(site.path) reads from '\(target.address)'",
        remedy: nearest.map { "did you mean '\($0)'?" } ?? readableList(target.type), at: consumer, path: site.path, notes: [note])
    case .writeOnly:
      report.error(
        "write-only-reference", "\(site.path) reads \(name) of '\(target.address)', which AWS takes and never returns",
        remedy: "give both resources the same value instead", at: consumer, path: site.path, notes: [note])
    case .sensitive:
      if site.isSecret { return true }
      report.error(
        "sensitive-reference", "\(site.path) reads \(name) of '\(target.address)', which is a secret and would be recorded in clear",
        remedy: "pass it as a Secret to a property that AWS never returns, such as SecretString", at: consumer, path: site.path,
        notes: [note])
    }
    return false
  }

  private mutating func verdict(on name: String, of producer: Int) -> Verdict {
    let key = Attribute(type: program.typeIndices[producer], name: name)
    if let known = verdicts[key] { return known }
    let verdict = Self.verdict(on: name, of: program.type(of: producer))
    verdicts[key] = verdict
    return verdict
  }

  private static func verdict(on name: String, of type: ResourceTypeFacts) -> Verdict {
    // A type that AWS does not have is reported by itself.
    guard let schema = type.schema else { return .readable }
    let path = name.split(separator: ".").map(String.init)
    if type.behavior.sensitiveAttributes.contains(name) { return .sensitive }
    guard schema.schema(at: path) != nil else {
      return .unknown(nearest: NearestName.nearest(to: name, among: attributes(of: schema)))
    }
    return schema.isWriteOnly(path) ? .writeOnly : .readable
  }

  /// The names that a reference may give: top properties that can be read, and read-only ones beneath.
  private static func attributes(of schema: TypeSchema) -> [String] {
    var names = schema.properties.filter { !$0.isWriteOnly }.map { String($0.name) }
    names += schema.readOnlyPaths.map { String($0).split(separator: "/").joined(separator: ".") }
    return names
  }

  private func readableList(_ type: String) -> String? {
    guard let schema = ResourceCatalog.aws.type(type) else { return nil }
    let names = Set(schema.readOnlyPaths.map { String($0).split(separator: "/").joined(separator: ".") }).sorted()
    return names.isEmpty ? nil : "it has " + names.prefix(6).joined(separator: ", ") + (names.count > 6 ? " and others" : "")
  }

  // MARK: Outputs

  private mutating func judge(_ output: OutputDeclaration, _ report: inout DiagnosticReport) {
    var found: [StrataModel.Reference] = []
    output.value.forEachReference { reference, _ in found.append(reference) }
    for reference in found {
      guard let producer = program.index(of: reference.address) else {
        let nearest = NearestName.nearest(to: reference.address.path, among: program.addresses)
        report.add(
          Diagnostic(
            .error, code: "unknown-reference",
            "the output '\(output.name)' refers to '\(reference.address)', which the program does not declare",
            remedy: nearest.map { "did you mean '\($0)'?" }, at: output.source))
        continue
      }
      let target = program.resources[producer]
      let note = Diagnostic.Note("'\(target.address)' is declared here", at: target.source)
      switch verdict(on: reference.attribute, of: producer) {
      case .readable: break
      case .unknown(let nearest):
        report.add(
          Diagnostic(
            .error, code: "unknown-attribute",
            "\(target.type) has no attribute '\(reference.attribute)', which the output '\(output.name)' reads",
            remedy: nearest.map { "did you mean '\($0)'?" } ?? readableList(target.type), at: output.source, notes: [note]))
      case .writeOnly:
        report.add(
          Diagnostic(
            .error, code: "write-only-reference",
            "the output '\(output.name)' reads \(reference.attribute) of '\(target.address)', which AWS takes and never returns",
            at: output.source, notes: [note]))
      case .sensitive:
        report.add(
          Diagnostic(
            .error, code: "sensitive-output",
            "the output '\(output.name)' would show \(reference.attribute) of '\(target.address)', which is a secret",
            remedy: "store it in a secret and output the secret's ARN", at: output.source, notes: [note]))
      }
    }
    if output.value.holdsSecret {
      report.add(
        Diagnostic(
          .error, code: "sensitive-output", "the output '\(output.name)' holds a secret", remedy: "output where the secret is kept instead",
          at: output.source))
    }
  }
}

extension PropertyValue {
  /// Whether a secret is somewhere in the value.
  fileprivate var holdsSecret: Bool {
    switch self {
    case .secret: true
    case .array(let elements): elements.contains(where: \.holdsSecret)
    case .object(let object): object.fields.contains(where: \.value.holdsSecret)
    case .expression(let expression): expression.arguments.contains(where: \.holdsSecret)
    case .null, .bool, .integer, .number, .string, .reference: false
    }
  }
}
