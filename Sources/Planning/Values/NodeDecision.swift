import StrataModel

/// What becomes of one declared resource.
struct NodeDecision {
  enum Action {
    case keep
    /// Only metadata of the record changes.
    case note
    case update
    case create
    case replace
    /// The recorded object is gone, so that another is made.
    case recreate
    case adopt

    /// Whether a new incarnation is made.
    var makesInstance: Bool {
      switch self {
      case .create, .replace, .recreate, .adopt: true
      case .keep, .note, .update: false
      }
    }

    /// What is said of the resource as the cause of another change.
    var phrase: String {
      switch self {
      case .keep, .note: "is kept"
      case .update: "is updated"
      case .create: "is created"
      case .replace: "is replaced"
      case .recreate: "is made again"
      case .adopt: "is adopted"
      }
    }
  }

  var action: Action
  /// The position of the record that is continued or replaced.
  var record: Int?
  /// The properties that the step brings about, with references left in and chosen names in place.
  var properties: PropertyObject
  var changes: [PropertyChange] = []
  var because: [String] = []
  var onlyIfChanged: [PropertyPath] = []
  var ownedPaths: [PropertyPath] = []
  /// The property that holds a name that the engine chooses.
  var chosenName: String?
  /// The readable properties of an object that is adopted.
  var adopted: PropertyObject?
  var isDeletedFirst = false
}
