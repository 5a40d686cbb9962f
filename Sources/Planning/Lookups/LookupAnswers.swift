import StrataModel

/// The answers that a plan is made with: what was read now, and what state has pinned where nothing was read.
struct LookupAnswers {
  private let declared: ResourceGraph
  /// By key, of the lookups of the program only.
  private(set) var answers: [String: PropertyValue] = [:]
  /// The lookups whose answer is new or another than the pinned one, ascending by key.
  private(set) var changes: [Plan.LookupChange] = []
  private var unread: [LookupDeclaration] = []

  init(declared: ResourceGraph, snapshot: StateSnapshot, observations: Observations) {
    self.declared = declared
    for lookup in declared.lookups {
      let pinned = snapshot.lookups[lookup.key]
      guard let answer = observations.lookups[lookup.key] ?? pinned else {
        unread.append(lookup)
        continue
      }
      answers[lookup.key] = answer
      if answer != pinned { changes.append(Plan.LookupChange(key: lookup.key, before: pinned, after: answer)) }
    }
  }

  /// The program with the answers in the place of the questions.
  var graph: ResourceGraph { declared.answeringLookups(answers) }

  /// What forbids to apply the plan: questions that nobody asked, and answers that do not fit.
  var diagnostics: [Diagnostic] {
    unread.map { lookup in
      Diagnostic(
        .error, code: "unread-lookup", "the lookup of \(lookup.key) was not read, and no answer is pinned",
        remedy: "plan with a connection to the cloud", at: lookup.source)
    } + unfit()
  }

  /// An expression over answers that has no value, such as the fourth zone of three.
  private func unfit() -> [Diagnostic] {
    if declared.lookups.isEmpty { return [] }
    var found: [Diagnostic] = []
    for node in declared.resources {
      for field in node.properties.fields where !field.value.isLiteral {
        Self.forEachExpression(in: field.value, at: PropertyPath(field.key)) { expression, path in
          var asksOnly = true
          PropertyValue.expression(expression).forEachReferenceAndSecret { _ in asksOnly = false }
          var isAnswered = true
          var asks = false
          PropertyValue.expression(expression).forEachLookup { query, _ in
            asks = true
            if answers[query.key] == nil { isAnswered = false }
          }
          guard asks, asksOnly, isAnswered else { return }
          guard !PropertyValue.expression(expression).answeringLookups({ answers[$0.key] }).isLiteral else { return }
          found.append(
            Diagnostic(
              .error, code: "unfit-lookup", "the answer of a lookup does not fit: \(Self.summary(expression, answers))",
              remedy: "choose an element that exists, and take lists from lookups of lists", at: node.source, address: node.address,
              path: path))
        }
      }
    }
    return found
  }

  private static func summary(_ expression: Expression, _ answers: [String: PropertyValue]) -> String {
    var texts: [String] = []
    PropertyValue.expression(expression).forEachLookup { query, _ in
      texts.append("\(query.key) is \(answers[query.key].map { JSONWriter.text(of: $0) } ?? "unknown")")
    }
    let index = expression.function == .select ? expression.arguments.first?.integerValue.map { ", of which element \($0) is wanted" } : nil
    return texts.joined(separator: ", ") + (index ?? "")
  }

  private static func forEachExpression(in value: PropertyValue, at path: PropertyPath, _ body: (Expression, PropertyPath) -> Void) {
    switch value {
    case .expression(let expression): body(expression, path)
    case .array(let elements):
      for (index, element) in elements.enumerated() { forEachExpression(in: element, at: path.appending(index: index), body) }
    case .object(let object):
      for field in object.fields { forEachExpression(in: field.value, at: path.appending(key: field.key), body) }
    case .null, .bool, .integer, .number, .string, .reference, .secret: break
    }
  }

  // MARK: Causes

  /// Says of each change that comes from another answer which lookup it is.
  func explain(_ steps: inout [PlanStep]) {
    let changed = changes.filter { $0.before != nil }
    if changed.isEmpty { return }
    let byKey = Dictionary(uniqueKeysWithValues: changed.map { ($0.key, $0) })
    for index in steps.indices where !steps[index].changes.isEmpty {
      guard let node = declared[steps[index].address] else { continue }
      PropertyValue.object(node.properties).forEachLookup { query, path in
        guard let change = byKey[query.key] else { return }
        for position in steps[index].changes.indices {
          let other = steps[index].changes[position].path
          guard other.isWithin(path) || path.isWithin(other), steps[index].changes[position].cause == nil else { continue }
          steps[index].changes[position].cause = change.text
        }
      }
    }
  }
}

extension Plan.LookupChange {
  /// The change in words.
  var text: String {
    let new = Self.text(of: after)
    return before.map { "the lookup of \(key) changed: \(Self.text(of: $0)) -> \(new)" } ?? "the lookup of \(key) is \(new)"
  }

  private static func text(of value: PropertyValue) -> String { value.scalarText ?? JSONWriter.text(of: value) }
}
