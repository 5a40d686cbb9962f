public import StrataDeployment
public import StrataModel

extension EmbeddedCloud {
  /// Calls an operation of a service that is no operation on a resource, for what ``actionOperations`` lists.
  ///
  /// - Throws: ``ProviderError`` with the code `unsupported` for an operation that this cloud does not know.
  public func call(_ request: ServiceRequest, in placement: Placement) async throws(ProviderError) -> PropertyValue {
    let kind: FaultPlan.Call = ServiceTable.isRead(request) ? .read : .update
    let call = Call(kind, ActionSpecification.type, placement, identifier: request.name)
    return try await perform(call) { store, now throws(ProviderError) in try ServiceTable.answer(request, placement, &store, at: now) }
  }

  /// The operations that actions may call here, each as `service:Operation`, ascending.
  public static var actionOperations: [String] { ServiceTable.operations.sorted() }

  public func offers(_ request: ServiceRequest) -> Bool { ServiceTable.operations.contains(request.name) }

  var actions: ActionRunner {
    ActionRunner { request, placement throws(ProviderError) in try await self.call(request, in: placement) }
  }
}
