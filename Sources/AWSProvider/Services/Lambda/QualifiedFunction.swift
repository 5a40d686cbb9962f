/// The parts of the ARN of a version or alias.
struct QualifiedFunction: Sendable {
  /// The ARN of the function without the qualifier, which the API takes as its name.
  var name: String
  var qualifier: String

  init(_ arn: String) {
    let parts = arn.split(separator: ":")
    qualifier = parts.last.map { String($0) } ?? ""
    name = parts.dropLast().joined(separator: ":")
  }
}
