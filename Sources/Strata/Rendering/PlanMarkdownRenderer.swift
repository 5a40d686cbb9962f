import StrataModel

/// Writes a plan as Markdown, for the comment of a pull request: counts and dangers in sight, one folded section for each stack.
///
/// Stacks are left out at the end where the text would grow beyond the limit; that they are is said.
struct PlanMarkdownRenderer: Sendable {
  var sources: SourceFiles
  /// The most characters; GitHub takes 65,536 in a comment.
  var limit = 60_000

  private static let style = TextStyle.plain

  /// The whole text; `target` says in a few words what is deployed to.
  func text(of plan: Plan, target: String) -> String {
    var text = "### Plan for `\(plan.environment)`: \(head(plan))\n\nOn \(MarkdownText.escaped(target)).\n"
    for warning in dangers(plan) { text += "\n> [!WARNING]\n> \(warning)\n" }
    if let selection = plan.selection {
      let lines: [Substring] = SelectionRenderer(style: Self.style).head(of: selection).split(separator: "\n")
      text += "\n" + lines.map { MarkdownText.escaped(String($0)) + "\n" }.joined() + "\n"
    }
    for change in plan.refreshed { text += "\n- \(MarkdownText.escaped(change.text))" }
    for change in plan.reinstated { text += "\n- `\(change.address)` gets its earlier object back" }
    for move in plan.moves { text += "\n- `\(move.from)` moves to `\(move.to)`" }
    for change in plan.changedLookups { text += "\n- lookup \(MarkdownText.escaped(change.text))" }
    for resource in plan.unsupported ?? [] {
      text += "\n- `\(resource.address)` (\(resource.type)) is left out: \(MarkdownText.escaped(resource.reason))"
    }
    if plan.unsupported?.isEmpty == false || !plan.changedLookups.isEmpty || !plan.moves.isEmpty
      || !plan.reinstated.isEmpty || !plan.refreshed.isEmpty
    {
      text += "\n"
    }
    let groups = PlanRenderer.groups(plan)
    for (index, (stack, steps)) in groups.enumerated() {
      let section = "\n" + self.section(stack, steps)
      guard text.count + section.count <= limit else {
        return text + "\n\(DiagnosticRenderer.count(groups.count - index, "more stack")) left out because of the length.\n"
      }
      text += section
    }
    return text
  }

  private func head(_ plan: Plan) -> String {
    guard plan.hasChanges else { return "no changes" }
    var parts = plan.counts.parts.map(\.text)
    if !plan.moves.isEmpty { parts.append("\(plan.moves.count) to move") }
    if !plan.changedLookups.isEmpty { parts.append("\(DiagnosticRenderer.count(plan.changedLookups.count, "lookup")) to pin") }
    return parts.joined(separator: ", ")
  }

  /// What must be acknowledged before the plan can be applied.
  private func dangers(_ plan: Plan) -> [String] {
    plan.requiredAcknowledgements.map { acknowledgement in
      let name = "`\(acknowledgement.address)` (\(acknowledgement.type))"
      return switch acknowledgement.reason {
      case .dataLoss: "\(name) **loses its data**."
      case .protected: "\(name) is **protected**, and would be deleted or replaced."
      case .massDelete: "The plan would **delete most of the environment**."
      }
    }
  }

  private func section(_ stack: String, _ steps: [PlanStep]) -> String {
    let counts = Plan.counts(of: steps).parts.map(\.text).joined(separator: ", ")
    // The delete half of a replacement is told with its create half.
    let shown = steps.filter { !($0.operation == .delete && $0.counterpart != nil) }
    return MarkdownSection("\(stack): \(counts)", Self.fenced(shown.map(lines(of:)).joined())).text
  }

  private func lines(of step: PlanStep) -> String {
    let mark =
      switch step.operation {
      case .create where step.isAction: "!"
      case .create, .adopt: step.markers.contains(.replacement) ? "!" : "+"
      case .delete, .forget: "-"
      case .update: "!"
      case .keep, .note: " "
      }
    var text = "\(mark) \(step.address.path)  \(step.kind)  \(sources.display(step.source))\n"
    if let effect = step.effect { text += "    \(effect)\n" }
    if step.isAction && step.operation == .forget || step.counterpart != nil || step.operation == .update {
      for reason in step.because { text += "    \(reason)\n" }
    }
    guard step.operation == .update || step.markers.contains(.replacement) else { return text }
    for change in step.changes {
      // A mark in the first column is what colours a line.
      text += DifferenceRenderer(style: Self.style).lines(of: change, depth: 1).map { $0 + "\n" }.joined()
    }
    return text
  }

  /// A block in which `+`, `-` and `!` colour lines, with a fence that its content cannot end.
  private static func fenced(_ content: String) -> String {
    var longest = 0
    var run = 0
    for character in content {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)diff\n\(content)\(fence)\n"
  }
}
