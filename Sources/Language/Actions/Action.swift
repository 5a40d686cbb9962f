import StrataModel

/// What is to be true of an account and has no resource type: the API call that makes it true, and the read that proves it.
///
/// ```swift
/// Action(
///   "volume-encryption", "new volumes are encrypted",
///   run: .call("ec2", "EnableEbsEncryptionByDefault"),
///   proof: .call("ec2", "GetEbsEncryptionByDefault").shows("EbsEncryptionByDefault", true),
///   undo: .call("ec2", "DisableEbsEncryptionByDefault"))
/// ```
///
/// An action has a place in the one plan of the environment: it waits for what its inputs refer to and for what `after` says, is announced before
/// it is sent and recorded when its proof holds. It runs when it is new, when anything in it changes, and when a refresh finds that its proof no longer
/// holds. A crash is followed by the proof and, without one, by the call again: so the call must be idempotent, or fail with a code that
/// `settledBy` names. An action that leaves the program is undone, or, without `undo`, forgotten with a word that its effect stays.
///
/// Services, operations and parameters have the names of botocore's models and AWS's API references. A secret may stand only in `run`.
public struct Action: Modifiable {
  let declaration: ResourceDeclaration

  /// Declares an action.
  ///
  /// - Parameters:
  ///   - effect: what is true afterwards, in a few words that a plan shows.
  ///   - run: the call that brings it about.
  ///   - proof: the read that shows it.
  ///   - undo: the call that takes it back; without one, the effect stays.
  ///   - settledBy: error codes of `run` that mean that what it asks for is there already, for example `UsernameExistsException`.
  public init(
    _ id: String, _ effect: String, run: Call, proof: Proof, undo: Call? = nil, settledBy: [String] = [], fileID: String = #fileID,
    line: Int = #line, column: Int = #column
  ) {
    var fields = PropertyFields()
    fields.set("Effect", effect.propertyValue)
    fields.set("Proof", proof.document)
    fields.set("Run", run.document)
    if !settledBy.isEmpty { fields.set("SettledBy", .array(settledBy.map { .string($0) })) }
    if let undo { fields.set("Undo", undo.document) }
    declaration = ResourceDeclaration(ActionSpecification.type, id, fields, fileID: fileID, line: line, column: column)
  }

  public func declare(in context: DeclarationContext) { context.place(declaration) }

  public var modifierStorage: ModifierStorage { ModifierStorage(owner: .resource(declaration)) }
}

extension Action {
  /// A call of a service's API.
  public struct Call: Sendable {
    let document: PropertyValue

    /// A call of an operation, for example `.call("iam", "UpdateAccountPasswordPolicy", ["MinimumPasswordLength": 14])`.
    public static func call(_ service: String, _ operation: String, _ input: Document = Document([String: Document]())) -> Call {
      Call(document: ["Input": input.propertyValue, "Operation": operation.propertyValue, "Service": service.propertyValue])
    }
  }

  /// A read, and what its answer must show.
  public struct Proof: Sendable {
    private var read: Call
    private var expectations: [PropertyValue] = []

    /// The read of a proof; say with ``shows(_:_:)`` or ``lists(_:_:)`` what its answer must show.
    public static func call(_ service: String, _ operation: String, _ input: Document = Document([String: Document]())) -> Proof {
      Proof(read: .call(service, operation, input))
    }

    private init(read: Call) { self.read = read }

    /// The answer holds a value at a path, for example `shows("PasswordPolicy.MinimumPasswordLength", 14)`.
    public func shows(_ path: String, _ value: Document) -> Proof { expecting(path, .equals, value) }

    /// The list at a path has an element that is the value, or an object with all fields of it.
    public func lists(_ path: String, _ value: Document) -> Proof { expecting(path, .contains, value) }

    private func expecting(_ path: String, _ comparison: ActionSpecification.Expectation.Comparison, _ value: Document) -> Proof {
      var proof = self
      proof.expectations.append([comparison.rawValue: value.propertyValue, "Path": .string(path)])
      return proof
    }

    var document: PropertyValue {
      guard case .object(var object) = read.document else { return read.document }
      object["Expect"] = .array(expectations)
      return .object(object)
    }
  }
}

extension Document {
  /// A secret, for a parameter of an action's call; its text is read when the call is sent, and recorded nowhere.
  public init(_ secret: Secret) { propertyValue = secret.propertyValue }
}
