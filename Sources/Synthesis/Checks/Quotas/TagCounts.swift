import ResourceCatalog
import StrataLanguage
import StrataModel

/// A resource bears at most 50 tags.
struct TagCounts: GraphCheck {
  let source = "AWS General Reference, \"Tag naming limits and requirements\": 50 tags per resource, those of the engine included"
  /// Every program: the check looks at each type that bears tags.
  let types = ["*"]

  /// The engine adds two identity tags of its own.
  private static let most = 48

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for type in program.types {
      guard let schema = type.schema, schema.isTaggable, let property = schema.tagProperty.map({ String($0) }) else { continue }
      for index in program.indices(of: type.name) {
        let resource = program.resources[index]
        let value = resource.properties[property]
        let count = value?.arrayValue?.count ?? value?.objectValue?.count ?? 0
        guard count > Self.most else { continue }
        report.error(
          "too-many-tags", "\(property) has \(count) tags; AWS takes 50, of which two are the engine's",
          remedy: "remove \(count - Self.most), also among those of the stack and environment", at: resource, path: PropertyPath(property))
      }
    }
  }
}
