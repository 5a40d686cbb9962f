import StrataModel
import Testing

/// Two values of one property, written as JSON.
struct ValuePair: Sendable, CustomTestStringConvertible {
  var type: String
  var property: String
  var before: String
  var after: String

  init(_ type: String, _ property: String, _ before: String, _ after: String) {
    self.type = type
    self.property = property
    self.before = before
    self.after = after
  }

  var testDescription: String { "\(property): \(before) and \(after)" }

  func graph(_ text: String) throws -> ResourceGraph {
    let value = try JSONReader.plainValue(of: text.utf8)
    return PlanningTests.graph(node("a/b", type, [property: value]))
  }
}
