/// What is to be true of an account and cannot be declared as a resource: the call that makes it true, the read that proves it, and how it ends.
///
/// In the graph, in plans and in state an action is a node of the type ``type`` whose properties are ``document``: so it has an address, waits for
/// what it refers to, is announced before it is sent, and is recovered after a crash like everything else. Only a provider treats it otherwise.
public struct ActionSpecification: Sendable, Hashable {
  /// The name of the type that nodes, steps and records of actions have.
  public static let type = "Strata::Action"

  /// What is true afterwards, in words that follow "its effect stays: ".
  public var effect: String
  /// The call that brings the effect about; sent again whenever in doubt, so it must be idempotent, or say so by one of ``settledBy``.
  public var run: ServiceRequest
  /// The read whose answer shows the effect.
  public var proof: Proof
  /// The call that takes the effect back; `nil` for one that stays when the action leaves the program.
  public var undo: ServiceRequest?
  /// Error codes of ``run`` that mean that what it asks for is there already.
  public var settledBy: [String]

  /// Creates an action.
  public init(effect: String, run: ServiceRequest, proof: Proof, undo: ServiceRequest? = nil, settledBy: [String] = []) {
    self.effect = effect
    self.run = run
    self.proof = proof
    self.undo = undo
    self.settledBy = settledBy
  }

  /// A read and what its answer must show.
  public struct Proof: Sendable, Hashable {
    public var read: ServiceRequest
    /// All of them must hold.
    public var expectations: [Expectation]

    /// Creates a proof.
    public init(_ read: ServiceRequest, _ expectations: [Expectation]) {
      self.read = read
      self.expectations = expectations
    }

    /// Whether an answer shows all that is expected.
    public func holds(in answer: PropertyValue) -> Bool { expectations.allSatisfy { $0.holds(in: answer) } }

    /// What an answer does not show, in words; `nil` when it shows all.
    public func shortfall(of answer: PropertyValue) -> String? {
      guard let missing = expectations.first(where: { !$0.holds(in: answer) }) else { return nil }
      let found = answer[missing.path].map { JSONWriter.text(of: $0) } ?? "absent"
      return "\(read.name) shows \(missing.path) as \(found.count > 200 ? String(found.prefix(200)) + "…" : found), not \(missing.text)"
    }
  }

  /// Something that an answer must show.
  public struct Expectation: Sendable, Hashable {
    /// How the value at the path is compared.
    public enum Comparison: String, Sendable, Hashable, CaseIterable {
      /// It is the value; a number and its text are one.
      case equals = "Equals"
      /// It is a list with an element like the value, or an object with all of the value's fields.
      case contains = "Contains"
    }

    public var path: PropertyPath
    public var comparison: Comparison
    /// The value, with references left in.
    public var value: PropertyValue

    /// Creates an expectation.
    public init(_ path: PropertyPath, _ comparison: Comparison, _ value: PropertyValue) {
      self.path = path
      self.comparison = comparison
      self.value = value
    }

    /// Whether an answer shows it.
    public func holds(in answer: PropertyValue) -> Bool {
      guard let found = answer[path] else { return false }
      switch comparison {
      case .equals: return Self.isSame(found, value)
      case .contains:
        if case .array(let elements) = found { return elements.contains { Self.shows($0, value) } }
        return Self.shows(found, value)
      }
    }

    /// The value in words.
    var text: String { "\(comparison == .contains ? "with " : "")\(JSONWriter.text(of: value))" }

    private static func isSame(_ found: PropertyValue, _ wanted: PropertyValue) -> Bool {
      if found == wanted { return true }
      guard let found = found.scalarText, let wanted = wanted.scalarText else { return false }
      return found == wanted
    }

    private static func shows(_ found: PropertyValue, _ wanted: PropertyValue) -> Bool {
      guard case .object(let fields) = wanted else { return isSame(found, wanted) }
      guard case .object(let object) = found else { return false }
      return fields.fields.allSatisfy { field in object[field.key].map { shows($0, field.value) } ?? false }
    }
  }
}

extension ActionSpecification {
  /// The action as the properties of a node.
  public var document: PropertyObject {
    var document: PropertyObject = ["Effect": .string(effect), "Proof": .object(proof.document), "Run": .object(run.document)]
    if !settledBy.isEmpty { document["SettledBy"] = .array(settledBy.map(PropertyValue.string)) }
    if let undo { document["Undo"] = .object(undo.document) }
    return document
  }

  /// Reads what ``document`` writes; `nil` for a document that is no action.
  public init?(document: PropertyObject) {
    guard let effect = document["Effect"]?.stringValue, let run = ServiceRequest(document: document["Run"]),
      let proof = Proof(document: document["Proof"])
    else { return nil }
    var undo: ServiceRequest?
    if let value = document["Undo"] {
      guard let request = ServiceRequest(document: value) else { return nil }
      undo = request
    }
    self.init(
      effect: effect, run: run, proof: proof, undo: undo, settledBy: (document["SettledBy"]?.arrayValue ?? []).compactMap(\.stringValue))
  }
}

extension ActionSpecification.Proof {
  /// The proof as part of a document.
  public var document: PropertyObject {
    var document = read.document
    document["Expect"] = .array(
      expectations.map { expectation in
        [expectation.comparison.rawValue: expectation.value, "Path": .string(expectation.path.description)]
      })
    return document
  }

  /// Reads what ``document`` writes.
  public init?(document: PropertyValue?) {
    guard let read = ServiceRequest(document: document), let elements = document?["Expect"]?.arrayValue else { return nil }
    var expectations: [ActionSpecification.Expectation] = []
    for element in elements {
      guard let path = element["Path"]?.stringValue.flatMap(PropertyPath.init(parsing:)),
        let comparison = ActionSpecification.Expectation.Comparison.allCases.first(where: { element[$0.rawValue] != nil }),
        let value = element[comparison.rawValue]
      else { return nil }
      expectations.append(ActionSpecification.Expectation(path, comparison, value))
    }
    guard !expectations.isEmpty else { return nil }
    self.init(read, expectations)
  }
}

extension ResourceNode {
  /// Whether the node is an action.
  public var isAction: Bool { type == ActionSpecification.type }
}

extension ResourceRecord {
  /// Whether the record is that of an action.
  public var isAction: Bool { type == ActionSpecification.type }
}

extension Intent {
  /// Whether the intent is to run an action, or to take it back.
  public var isAction: Bool { type == ActionSpecification.type }
}

extension StateSnapshot {
  /// The actions whose effect stands, ascending by address.
  public var actions: [ResourceRecord] {
    records.values.filter(\.isAction).sorted { ($0.address, $0.generation) < ($1.address, $1.generation) }
  }
}

extension PlanStep {
  /// Whether the step is one of an action.
  public var isAction: Bool { type == ActionSpecification.type }

  /// What the step does, in one word; of an action `act` and `undo`.
  public var verb: String {
    guard isAction else { return operation.rawValue }
    switch operation {
    case .create, .update: return "act"
    case .delete: return "undo"
    case .keep, .forget, .adopt, .note: return operation.rawValue
    }
  }
}
