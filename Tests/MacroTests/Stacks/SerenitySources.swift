import Testing

/// The stacks of a health platform, as the language's first trial wrote them: long, real sources in which nothing is wrong.
enum SerenitySources {
  struct Source: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var testDescription: String { name }
  }

  static let all = [
    Source(name: "Network", text: network),
    Source(name: "Security", text: security),
    Source(name: "Data", text: data),
    Source(name: "Compute", text: compute),
  ]
}
