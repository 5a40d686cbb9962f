import ResourceCatalog
import StrataLanguage
import StrataModel

/// Two resources cannot have one name, nor hold what only one may hold: a subnet's range, a rule's priority, an alias.
struct NameCollisions: GraphCheck {
  let types = ["*"]
  let source =
    "the \"already exists\" and \"conflict\" errors of the services; identifiers of the resource schemas and the catalogue's occupancy keys"

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for type in program.types {
      let indices = program.indices(of: type.name)
      guard indices.count > 1, let schema = type.schema else { continue }
      for key in OccupiedKey.keys(of: type, schema) { check(key, indices, type, program, &report) }
    }
  }

  private func check(
    _ key: OccupiedKey, _ indices: [Int], _ type: ResourceTypeFacts, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    var holders: [String: Int] = [:]
    holders.reserveCapacity(indices.count)
    for index in indices {
      for value in key.values(of: program.resources[index], in: program) {
        guard let first = holders[value.key] else {
          holders[value.key] = index
          continue
        }
        if first == index { continue }
        let resource = program.resources[index]
        let other = program.resources[first]
        report.error(
          "name-collision", "\(value.text) of '\(resource.address)' is already that of '\(other.address)'",
          remedy: "change one of them: AWS takes it once\(key.placeText(of: resource))", at: resource, path: key.path,
          notes: [Diagnostic.Note("'\(other.address)' is declared here", at: other.source)])
      }
    }
  }
}
