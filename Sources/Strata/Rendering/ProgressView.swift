import StrataDeployment
import StrataModel
import Synchronization

/// Shows a deployment while it runs: a block that is redrawn on a terminal, one line a step elsewhere.
final class ProgressView: Sendable {
  private let terminal: Terminal
  private let plan: Plan
  private let renderer: DiagnosticRenderer
  private let state = Mutex(State())

  private struct State {
    var began = 0
    var estimate = 0
    var total = 0
    var done = 0
    var failed = 0
    /// The running steps with their beginning, in milliseconds.
    var running: [Int: Int] = [:]
    var waiting: Set<Int> = []
    var drawnLines = 0
    var drawnAt = 0
    var isStopping = false
  }

  /// The most running steps that a block names.
  private static let namedSteps = 8
  /// The least time between two drawings, in milliseconds.
  private static let interval = 80

  /// Creates a view of a plan's deployment.
  init(plan: Plan, terminal: Terminal, renderer: DiagnosticRenderer) {
    self.plan = plan
    self.terminal = terminal
    self.renderer = renderer
  }

  /// Takes an event in; may be called from any task.
  func observe(_ event: DeploymentEvent) {
    state.withLock { state in
      let lines = Self.update(&state, event, self)
      if terminal.isInteractive {
        let isLast = event.kind == .concluded
        guard !lines.isEmpty || isLast || event.at - state.drawnAt >= Self.interval else { return }
        state.drawnAt = event.at
        erase(&state)
        for line in lines { terminal.report(line + "\n") }
        if !isLast { draw(&state, at: event.at) }
      } else {
        for line in lines { terminal.report(line + "\n") }
      }
    }
  }

  /// Counts an event, and answers the lines that stay.
  private static func update(_ state: inout State, _ event: DeploymentEvent, _ view: ProgressView) -> [String] {
    switch event.kind {
    case .began(let steps, let estimate):
      state.began = event.at
      state.total = steps
      state.estimate = estimate
      return []
    case .started(let step):
      state.running[step] = event.at
      return []
    case .called: return []
    case .waiting(let step):
      state.waiting.insert(step)
      return []
    case .retrying(let step, let reason, let milliseconds):
      return ["  \(view.name(step))  tries again in \(DurationText.short(milliseconds)): \(reason)"]
    case .ended(let step, let result):
      let began = state.running.removeValue(forKey: step)
      state.waiting.remove(step)
      guard view.plan.steps.indices.contains(step), view.plan.steps[step].operation != .keep else { return [] }
      state.done += 1
      if case .failed = result { state.failed += 1 }
      return view.line(step, result, milliseconds: began.map { event.at - $0 } ?? 0)
    case .stopping(let level):
      state.isStopping = true
      let text =
        level == .graceful
        ? "Stopping: nothing new starts; calls in flight may still answer. Interrupt again to quit at once." : "Quitting."
      return [view.terminal.style(text, .warning)]
    case .note(let diagnostic):
      return [String(view.renderer.text(of: diagnostic).dropLast())]
    case .concluded: return []
    }
  }

  private func name(_ step: Int) -> String { plan.steps.indices.contains(step) ? plan.steps[step].address.path : "step \(step)" }

  private func isAction(_ step: Int) -> Bool { plan.steps.indices.contains(step) && plan.steps[step].isAction }

  private func line(_ step: Int, _ result: StepResult, milliseconds: Int) -> [String] {
    let style = terminal.style
    let (text, meaning): (String, TextStyle.Meaning)
    switch result {
    case .created where isAction(step): (text, meaning) = ("in effect", .create)
    case .updated where isAction(step): (text, meaning) = ("run again, in effect", .update)
    case .deleted where isAction(step): (text, meaning) = ("undone", .delete)
    case .forgotten where isAction(step): (text, meaning) = ("forgotten; its effect stays", .delete)
    case .unchanged: (text, meaning) = ("already as declared", .faint)
    case .created(let identifier): (text, meaning) = ("created  \(identifier)", .create)
    case .updated: (text, meaning) = ("updated", .update)
    case .adopted: (text, meaning) = ("taken over", .create)
    case .deleted: (text, meaning) = ("deleted", .delete)
    case .retained: (text, meaning) = ("retained", .faint)
    case .pendingDeletion(let until): (text, meaning) = ("pending deletion until \(DateText.utc(until))", .delete)
    case .forgotten: (text, meaning) = ("forgotten; the object stays", .delete)
    case .failed: (text, meaning) = ("failed", .error)
    case .skipped(let because): (text, meaning) = ("skipped, because \(name(because)) failed", .warning)
    case .notStarted: return []
    case .unsettled(let reason): (text, meaning) = ("unsettled: \(reason)", .warning)
    }
    let time = milliseconds >= 1_000 ? "  \(DurationText.short(milliseconds))" : ""
    return ["  \(name(step))  \(style(text, meaning))\(style(time, .faint))"]
  }

  // MARK: The block

  private func erase(_ state: inout State) {
    guard state.drawnLines > 0 else { return }
    // Up, and everything beneath cleared (ECMA-48: CPL, ED).
    terminal.report("\u{1B}[\(state.drawnLines)F\u{1B}[J")
    state.drawnLines = 0
  }

  private func draw(_ state: inout State, at now: Int) {
    var lines: [String] = []
    let oldest = state.running.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    for (step, began) in oldest.prefix(Self.namedSteps) {
      let verb = state.waiting.contains(step) ? "waiting" : isAction(step) ? "running" : Self.verb(plan.steps[step].operation)
      lines.append("  … \(name(step))  \(verb)  \(DurationText.short(now - began))")
    }
    if oldest.count > Self.namedSteps { lines.append("  … and \(oldest.count - Self.namedSteps) more") }
    let elapsed = now - state.began
    let left = max(0, state.estimate - elapsed)
    let failures = state.failed > 0 ? ", \(state.failed) failed" : ""
    lines.append(
      "\(state.done) of \(state.total) done\(failures), \(DurationText.short(elapsed)) elapsed, about \(DurationText.short(left)) left")
    for line in lines { terminal.report(terminal.style(String(line.prefix(terminal.width)), .faint) + "\n") }
    state.drawnLines = lines.count
  }

  private static func verb(_ operation: PlanStep.Operation) -> String {
    switch operation {
    case .keep: "keeping"
    case .create: "creating"
    case .update: "updating"
    case .delete: "deleting"
    case .forget: "forgetting"
    case .adopt: "taking over"
    case .note: "noting"
    }
  }
}
