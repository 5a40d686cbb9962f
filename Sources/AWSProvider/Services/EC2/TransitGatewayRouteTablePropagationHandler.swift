import StrataModel

/// Propagations of attachments' routes to route tables of transit gateways.
struct TransitGatewayRouteTablePropagationHandler: ResourceHandler {
  static let type = "AWS::EC2::TransitGatewayRouteTablePropagation"
  static let waits: Set<Intent.Operation> = [.create, .delete]
  private let link = TransitGatewayRouteTableLink.propagation

  func create(_ call: ResourceCall) async throws -> CreatedObject { try await link.create(call) }
  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await link.read(call) }
  func delete(_ call: ResourceCall) async throws -> Deletion { try await link.delete(call) }
  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] { try await link.list(call, matching: filter) }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness { try await link.readiness(call) }
}
