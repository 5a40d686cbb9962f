import StrataModel

/// Why one step waits for another.
enum StepEdgeCause {
  /// The declared resource refers to the other, or says `after`.
  case reference
  /// A table says that the other's type comes first.
  case table
  /// As it was applied, the other refers to the object that is deleted.
  case formerUser
  /// The new incarnation comes before the old one goes, or the other way around.
  case replacement
  /// Both hold this name or key.
  case sharedKey(String)

  /// The words that follow "x waits for y".
  var text: String {
    switch self {
    case .reference: "because it refers to it"
    case .table: "because services need this order"
    case .formerUser: "because that one used the object until now"
    case .replacement: "because it is the other half of its replacement"
    case .sharedKey(let key): "because both hold \(key)"
    }
  }
}

/// One step waits for another.
struct StepEdge {
  var target: Int
  var readiness: Dependency.Readiness
  var cause: StepEdgeCause
}
