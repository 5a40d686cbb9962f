import StrataModel

/// Tells which part of an environment a plan is about, and what it leaves.
struct SelectionRenderer: Sendable {
  var style: TextStyle

  /// The most addresses that are named.
  private static let namedCount = 8

  /// What was selected, and what goes along.
  func head(of selection: Plan.Selection) -> String {
    var parts: [String] = []
    if !selection.only.isEmpty { parts.append("only " + selection.only.joined(separator: ", ")) }
    if !selection.except.isEmpty { parts.append("except " + selection.except.joined(separator: ", ")) }
    var text = style("Selected: ", .strong) + parts.joined(separator: "; ") + "\n"
    for companion in selection.added.prefix(Self.namedCount) {
      text += "  with \(companion.address), because \(companion.cause) \(companion.reason) it\n"
    }
    if selection.added.count > Self.namedCount { text += "  and with \(selection.added.count - Self.namedCount) more\n" }
    return text
  }

  /// What is left for a later run.
  ///
  /// - Parameter command: what does the rest; `nil` where nothing that can be run again does.
  func remainder(of selection: Plan.Selection, command: String?) -> String {
    guard !selection.leftOut.isEmpty else { return "Nothing is left to do beside the selection.\n" }
    let names = selection.leftOut.map { remainder in
      remainder.cause.map { "\(remainder.address) (needs \($0))" } ?? remainder.address.path
    }
    let more = names.count > Self.namedCount ? ", and \(names.count - Self.namedCount) more" : ""
    let rest = command.map { " '\($0)' without a selection does the rest." } ?? ""
    return style("Left: ", .strong) + counts(of: selection.leftOut).joined(separator: ", ") + ": "
      + names.prefix(Self.namedCount).joined(separator: ", ") + more + ".\(rest)\n"
  }

  private func counts(of remainders: [Plan.Selection.Remainder]) -> [String] {
    var counts = Plan.Counts()
    for remainder in remainders {
      switch remainder.operation {
      case .create where remainder.isReplacement: counts.replaced += 1
      case .create: counts.created += 1
      case .update: counts.updated += 1
      case .delete: counts.deleted += 1
      case .forget: counts.forgotten += 1
      case .adopt: counts.adopted += 1
      case .note, .keep: counts.noted += 1
      }
    }
    return counts.parts.map { style($0.text, $0.meaning) }
  }
}

extension Plan {
  /// The command that does what the plan's selection leaves.
  var wholeCommand: String? { isRollback ? nil : "\(isDestroy ? "destroy" : "deploy") \(environment)" }
}
