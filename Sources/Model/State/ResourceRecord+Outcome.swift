extension ResourceRecord {
  /// The record of what a create or update made.
  ///
  /// - Parameters:
  ///   - open: the operation as it was announced.
  ///   - outcome: its end, `done` or `partial`.
  ///   - previous: the incarnation's record so far; `nil` for a create.
  ///   - time: when the end was recorded, in seconds since 1970.
  init(_ open: OpenIntent, _ outcome: JournalEntry.Outcome, over previous: ResourceRecord?, at time: Int) {
    let intent = open.intent
    self.init(
      address: previous?.address ?? intent.address, type: intent.type, placement: intent.placement, instance: intent.instance,
      generation: intent.generation, source: intent.source)
    status = previous?.status ?? .current
    createdAt = previous?.createdAt ?? time
    updatedAt = time
    identifier = outcome.identifier ?? open.accepted?.identifier ?? intent.identifier ?? previous?.identifier
    handle = outcome.handle ?? open.accepted?.handle ?? intent.handle ?? previous?.handle
    route = intent.route
    inputs = intent.inputs
    bindings = intent.bindings
    ownedPaths = intent.ownedPaths
    revision = (previous?.revision ?? 0) + (previous == nil ? 0 : 1)
    secrets = intent.secrets
    attributes = outcome.attributes.isEmpty ? previous?.attributes ?? [:] : outcome.attributes
    observed = outcome.observed
    observedAt = outcome.attributes.isEmpty ? previous?.observedAt ?? 0 : time
    // The embedded cloud answers every change with the whole object; services echo what was sent or tell only the identifier.
    hasBaseline = route == .embedded && outcome.result == .done && !outcome.attributes.isEmpty
    isTakenOver = previous?.isTakenOver ?? false
    edges = intent.edges
    lifecycle = intent.lifecycle
    if case .partial(let reasons) = outcome.result { incompleteReasons = reasons.isEmpty ? [outcome.error ?? "incomplete"] : reasons }
  }
}
