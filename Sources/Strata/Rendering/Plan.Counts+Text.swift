import StrataModel

extension Plan.Counts {
  /// The counts with their verbs, without those that are zero.
  var parts: [(text: String, meaning: TextStyle.Meaning)] {
    let all: [(Int, String, TextStyle.Meaning)] = [
      (created, "to create", .create), (adopted, "to take over", .create), (updated, "to update", .update),
      (replaced, "to replace", .replace), (deleted, "to delete", .delete), (forgotten, "to forget", .delete),
      (acted, acted == 1 ? "action to run" : "actions to run", .update),
      (undone, undone == 1 ? "action to undo" : "actions to undo", .delete),
      (noted, "with new metadata", .faint),
    ]
    return all.filter { $0.0 > 0 }.map { ("\($0.0) \($0.1)", $0.2) }
  }
}
