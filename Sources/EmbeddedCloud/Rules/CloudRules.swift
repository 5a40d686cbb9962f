/// The table of all rules.
enum CloudRules {
  static let all: [any CloudRule] = []

  static func rules(of type: String) -> [any CloudRule] { table[type] ?? [] }

  private static let table: [String: [any CloudRule]] = {
    var table: [String: [any CloudRule]] = [:]
    for rule in all { for type in rule.types { table[type, default: []].append(rule) } }
    return table
  }()
}
