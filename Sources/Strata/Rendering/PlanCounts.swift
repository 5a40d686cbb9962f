import StrataModel

/// How many resources a plan creates, updates and so on; a replacement counts once.
struct PlanCounts: Sendable, Hashable {
  var create = 0
  var update = 0
  var replace = 0
  var delete = 0
  var adopt = 0
  var forget = 0
  var note = 0
  var move = 0
  var keep = 0

  /// Counts the steps of a plan.
  init(_ plan: Plan) {
    self.init(plan.steps)
    move = plan.moves.count
  }

  /// Counts steps.
  init(_ steps: some Sequence<PlanStep>) {
    for step in steps {
      switch step.operation {
      case .keep: keep += 1
      case .create: if step.markers.contains(.replacement) { replace += 1 } else { create += 1 }
      case .update: update += 1
      case .delete: if !step.markers.contains(.replacement) || step.counterpart == nil { delete += 1 }
      case .forget: forget += 1
      case .adopt: adopt += 1
      case .note: note += 1
      }
    }
  }

  /// The counts with their verbs, without those that are zero.
  var parts: [(text: String, meaning: TextStyle.Meaning)] {
    let all: [(Int, String, TextStyle.Meaning)] = [
      (create, "to create", .create), (adopt, "to take over", .create), (update, "to update", .update), (replace, "to replace", .replace),
      (delete, "to delete", .delete), (forget, "to forget", .delete), (move, "to move", .update), (note, "to note", .faint),
    ]
    return all.filter { $0.0 > 0 }.map { ("\($0.0) \($0.1)", $0.2) }
  }
}
