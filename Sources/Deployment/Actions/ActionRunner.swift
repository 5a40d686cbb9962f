public import StrataModel

/// Carries actions out over any way to call services: the same for every cloud.
///
/// An action is made by its call and exists when its proof holds; the record that is kept of it is its declaration. The proof comes first where an
/// action is new, so that what is true already is not done again, and last in any case.
public struct ActionRunner: ObjectOperations {
  private let call: @Sendable (ServiceRequest, Placement) async throws(ProviderError) -> PropertyValue

  /// Creates a runner.
  ///
  /// - Parameter call: calls an operation in a place, and answers with its output under the API reference's names.
  public init(_ call: @escaping @Sendable (ServiceRequest, Placement) async throws(ProviderError) -> PropertyValue) { self.call = call }

  /// Brings an action's effect about, unless the proof holds already.
  public func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
    let action = try action([request.properties])
    let identifier = request.instance?.text ?? action.run.name
    if try await shortfall(of: action.proof, in: request.placement) == nil { return Self.done(identifier) }
    try await run(action, in: request.placement)
    return try await confirm(Wait(identifier: identifier, proof: action.proof), in: request.placement)
  }

  /// Runs an action again, because something in it changed or its proof no longer holds.
  public func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress {
    let action = try action([request.properties])
    try await run(action, in: request.target.placement)
    return try await confirm(Wait(identifier: request.target.identifier, proof: action.proof), in: request.target.placement)
  }

  /// Whether the effect stands.
  ///
  /// - Throws: ``ProviderError`` with the code `notFound` and what is missing, when the proof does not hold.
  public func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    let action = try action(target.declared)
    if let missing = try await shortfall(of: action.proof, in: target.placement) {
      throw ProviderError(.notFound, "the proof does not hold: \(missing)")
    }
    return Self.description(target.identifier)
  }

  /// Takes the effect back; an action without a way back is gone at once, and its effect stays.
  public func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress {
    let action = try action(request.target.declared + [request.properties])
    guard let undo = action.undo else { return .gone }
    do throws(ProviderError) {
      _ = try await call(undo, request.target.placement)
    } catch {
      guard error.code == .notFound else { throw error }
    }
    return .gone
  }

  /// Reads the proof once more.
  public func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress {
    guard let wait = Wait(text: request.waitToken) else {
      throw ProviderError(.invalidRequest, "'\(request.waitToken)' is no wait of an action.")
    }
    return try await confirm(wait, in: request.placement)
  }

  /// Actions cannot be searched for: their proofs name nothing.
  public func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] {
    throw ProviderError(.unsupported, "actions cannot be searched for")
  }

  // MARK: Parts

  private func action(_ documents: [PropertyObject]) throws(ProviderError) -> ActionSpecification {
    for document in documents {
      if let action = ActionSpecification(document: document) { return action }
    }
    throw ProviderError(.invalidRequest, "the document is no action")
  }

  private func run(_ action: ActionSpecification, in placement: Placement) async throws(ProviderError) {
    do throws(ProviderError) {
      _ = try await call(action.run, placement)
    } catch {
      guard let code = error.serviceCode, action.settledBy.contains(code) else { throw error }
    }
  }

  /// What the proof's answer lacks; what cannot be found at all proves nothing.
  private func shortfall(of proof: ActionSpecification.Proof, in placement: Placement) async throws(ProviderError) -> String? {
    do throws(ProviderError) {
      return proof.shortfall(of: try await call(proof.read, placement))
    } catch {
      guard error.code == .notFound else { throw error }
      return error.message
    }
  }

  private func confirm(_ wait: Wait, in placement: Placement) async throws(ProviderError) -> OperationProgress {
    guard let missing = try await shortfall(of: wait.proof, in: placement) else { return Self.done(wait.identifier) }
    guard let delay = wait.delay else {
      throw ProviderError(
        .invalidRequest, execution: .executed, "the call was made, and after a minute its proof does not hold: \(missing)",
        identifier: wait.identifier)
    }
    var next = wait
    next.readings += 1
    return .inProgress(OperationProgress.Pending(identifier: wait.identifier, waitToken: next.text, pollAfter: delay))
  }

  private static func description(_ identifier: String) -> ObjectDescription { ObjectDescription(identifier: identifier, properties: [:]) }

  private static func done(_ identifier: String) -> OperationProgress { .done(description(identifier)) }

  // MARK: Waiting

  /// A wait for a proof that does not hold yet: services show some settings late.
  private struct Wait {
    var identifier: String
    var proof: ActionSpecification.Proof
    var readings = 0

    init(identifier: String, proof: ActionSpecification.Proof) {
      self.identifier = identifier
      self.proof = proof
    }

    init?(text: String) {
      guard let value = try? JSONReader.value(of: text.utf8), let identifier = value["id"]?.stringValue,
        let proof = ActionSpecification.Proof(document: value["proof"]), let readings = value["readings"]?.integerValue
      else { return nil }
      self.init(identifier: identifier, proof: proof)
      self.readings = readings
    }

    /// What another process needs to go on.
    var text: String {
      JSONWriter.text(of: ["id": .string(identifier), "proof": .object(proof.document), "readings": .integer(readings)])
    }

    /// When to read again, in milliseconds; `nil` after about a minute.
    var delay: Int? { readings < 10 ? min(500 << readings, 10_000) : nil }
  }
}
