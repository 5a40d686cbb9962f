import StrataModel

/// Writes a plan for people: grouped by stack, differences shown, dangers marked, counts at the end.
struct PlanRenderer: Sendable {
  var style: TextStyle
  var sources: SourceFiles
  /// Whether the properties of resources that are created or deleted are shown too.
  var showsAllProperties = false

  /// The whole text.
  func text(of plan: Plan, target: String) -> String {
    var text = style("Plan for \(plan.environment)", .strong) + " on \(target)\n"
    let selection = SelectionRenderer(style: style)
    if let selected = plan.selection { text += selection.head(of: selected) }
    let left =
      plan.selection.map { selection.remainder(of: $0, command: plan.wholeCommand) } ?? ""
    guard plan.hasChanges else {
      guard plan.selection == nil else { return text + "\nNo changes in the selection.\n" + left }
      return text + "\nNo changes. \(DiagnosticRenderer.count(plan.steps.count, "resource")) as declared.\n"
    }
    if !plan.changedLookups.isEmpty || !plan.refreshed.isEmpty { text += "\n" }
    for change in plan.changedLookups { text += "  \(style("?", .update)) \(change.text)\n" }
    for change in plan.refreshed { text += "  \(style("↻", .faint)) \(change.text)\n" }
    for change in plan.reinstated { text += "\n  \(style("↺", .update)) \(change.address) gets its earlier object back\n" }
    for move in plan.moves { text += "\n  \(style("→", .update)) \(move.from) moves to \(move.to)\n" }
    if let unsupported = plan.unsupported { text += self.unsupported(unsupported) }
    for (stack, steps) in Self.groups(plan) { text += "\n" + section(stack, steps, in: plan) }
    text += "\n" + summary(plan) + "\n" + left
    return text
  }

  private func unsupported(_ resources: [UnsupportedResource]) -> String {
    guard !resources.isEmpty else { return "\nNothing is left out any more; state will say so.\n" }
    let lines = resources.map { "  \(style("⊘", .faint)) \($0.address)  \(style($0.type, .faint))  \($0.reason)\n" }
    return "\n\(DiagnosticRenderer.count(resources.count, "resource")) left out, which state will say:\n" + lines.joined()
  }

  /// One line of counts.
  func summary(_ plan: Plan) -> String {
    let counts = plan.counts
    var parts = counts.parts.map { style($0.text, $0.meaning) }
    if !plan.moves.isEmpty { parts.append(style("\(plan.moves.count) to move", .update)) }
    if !plan.changedLookups.isEmpty {
      parts.append(style("\(DiagnosticRenderer.count(plan.changedLookups.count, "lookup")) to pin", .update))
    }
    if counts.kept > 0 { parts.append("\(counts.kept) unchanged") }
    return style("Plan: ", .strong) + parts.joined(separator: ", ") + "."
  }

  /// The changing steps by stack, stacks in the order of their first step.
  static func groups(_ plan: Plan) -> [(String, [PlanStep])] {
    var order: [String] = []
    var groups: [String: [PlanStep]] = [:]
    for step in plan.steps where step.operation != .keep {
      let stack = step.address.stack
      if groups[stack] == nil { order.append(stack) }
      groups[stack, default: []].append(step)
    }
    return order.map { ($0, groups[$0, default: []].sorted { ($0.address, $0.id) < ($1.address, $1.id) }) }
  }

  private func section(_ stack: String, _ steps: [PlanStep], in plan: Plan) -> String {
    let counts = Plan.counts(of: steps).parts.map { style($0.text, $0.meaning) }.joined(separator: ", ")
    var text = style(stack, .strong) + "  " + counts + "\n"
    // The delete half of a replacement is told with its create half.
    let shown = steps.filter { !($0.operation == .delete && $0.counterpart != nil) }
    let width = shown.map { name($0, stack).count }.max() ?? 0
    let typeWidth = shown.map(\.kind.count).max() ?? 0
    for step in shown { text += lines(of: step, stack, width, typeWidth, in: plan) }
    return text
  }

  private func name(_ step: PlanStep, _ stack: String) -> String {
    step.address.path == stack ? stack : String(step.address.path.dropFirst(stack.count + 1))
  }

  private func lines(of step: PlanStep, _ stack: String, _ width: Int, _ typeWidth: Int, in plan: Plan) -> String {
    let (mark, meaning) = Self.mark(of: step)
    let name = name(step, stack)
    var text = "  \(style(mark, meaning)) " + name + String(repeating: " ", count: max(0, width - name.count) + 2)
    text += style(step.kind + String(repeating: " ", count: max(0, typeWidth - step.kind.count) + 2), .faint)
    text += style(sources.display(step.source), .faint)
    for marker in step.markers where marker != .replacement { text += "  " + style(Self.text(of: marker), .error) }
    text += "\n"
    // That a new resource is new, and a removed one no longer declared, its mark says already.
    if let effect = step.effect { text += "      \(effect)\n" }
    let isPlain = !(step.isAction && step.operation == .forget) && (step.operation == .create || plan.isDestroy) && step.counterpart == nil
    if !isPlain { for reason in step.because { text += "      \(reason)\n" } }
    if !step.onlyIfChanged.isEmpty {
      text += "      only if \(step.onlyIfChanged.map(\.description).joined(separator: ", ")) changes\n"
    }
    let differences = DifferenceRenderer(style: style)
    switch step.operation {
    case .create where !step.markers.contains(.replacement), .delete, .forget:
      guard showsAllProperties, let desired = step.desired else { break }
      for field in desired.properties.fields {
        text += ValueRenderer(style: style).lines(field.value, label: field.key, depth: 0).map { "      \($0)\n" }.joined()
      }
    default:
      for change in step.changes {
        var lines = differences.lines(of: change, depth: 0)
        if change.forcesReplacement, let first = lines.indices.first { lines[first] += style("  # forces replacement", .replace) }
        text += lines.map { "    \($0)\n" }.joined()
        if let cause = change.cause { text += "      (\(cause))\n" }
      }
    }
    return text
  }

  private static func mark(of step: PlanStep) -> (String, TextStyle.Meaning) {
    if step.isAction, step.operation == .create || step.operation == .update { return ("!", .update) }
    return mark(of: step.operation, step)
  }

  private static func mark(of operation: PlanStep.Operation, _ step: PlanStep) -> (String, TextStyle.Meaning) {
    switch step.operation {
    case .keep: (" ", .faint)
    case .create: step.markers.contains(.replacement) ? ("±", .replace) : ("+", .create)
    case .update: ("~", .update)
    case .delete: ("-", .delete)
    case .forget: ("⊘", .delete)
    case .adopt: ("↓", .create)
    case .note: ("·", .faint)
    }
  }

  private static func text(of marker: PlanStep.Marker) -> String {
    switch marker {
    case .dataLoss: "LOSES DATA"
    case .irreversible: "irreversible"
    case .protected: "protected"
    case .replacement: "replaced"
    }
  }
}
