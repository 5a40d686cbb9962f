import AWSClient
import ResourceCatalog
public import StrataDeployment
public import StrataModel

/// AWS, or an emulator of it: the services' own APIs where a handler speaks them, Cloud Control for every other type.
public struct AWSProvider: Provider {
  let direct: DirectProvider
  private let cloudControl: CloudControlProvider
  let sessions: PlacementSessions
  /// What the endpoint cannot do; `nil` for AWS itself.
  let emulator: EmulatorCapabilities?

  public var name: String { emulator?.name ?? "aws" }

  /// Creates a provider.
  ///
  /// - Parameters:
  ///   - emulator: what the endpoint lacks, where it is not AWS.
  ///   - caller: makes the way to the services of a placement; it is asked once for each.
  public init(emulator: EmulatorCapabilities? = nil, caller: @escaping @Sendable (Placement) -> any ServiceCaller) {
    self.emulator = emulator
    sessions = PlacementSessions(caller)
    direct = DirectProvider(registry: .aws, sessions: sessions, emulator: emulator)
    cloudControl = CloudControlProvider(sessions: sessions)
  }

  /// The types with a direct handler, ascending.
  public static var directTypes: [String] { HandlerRegistry.aws.types }

  public func route(for type: String, in placement: Placement) -> ResourceRecord.Route? {
    // Whether a service knows an operation shows when it is called.
    if type == ActionSpecification.type { return emulator?.hasServices ?? true ? .direct(version: 1) : nil }
    if let emulator, !emulator.holds(type) { return nil }
    if emulator?.hasServices ?? true, let route = direct.route(for: type) { return route }
    guard emulator?.hasCloudControl ?? true, ResourceCatalog.aws.type(type) != nil, !CloudControlProvider.refuses(type) else { return nil }
    return .cloudControl
  }

  /// An emulator is on a machine nearby: what it has not begun within seconds of a broken connection, it never will.
  public var callLifetime: Int { emulator == nil ? 60 : 5 }

  /// An emulator shows what it has made at once.
  public func settleTime(of type: String) -> Int? { emulator == nil ? nil : 0 }

  public func showsProgress(of target: ObjectTarget) -> Bool {
    if case .direct = target.route { direct.showsProgress(of: target) } else { false }
  }

  public func isInProgress(_ target: ObjectTarget) async throws(ProviderError) -> Bool { try await direct.isInProgress(target) }

  public func shortcomings(of type: String) -> Set<Shortcoming> { emulator?.shortcomings(of: type) ?? [] }

  public func authenticate(in placement: Placement) async throws(ProviderError) -> String {
    do {
      let answer = try await sessions.caller(in: placement).call("sts", "GetCallerIdentity", [:])
      return answer["Arn"]?.string ?? ""
    } catch {
      throw ErrorMapping.providerError(error, type: "")
    }
  }

  // MARK: Operations

  /// What carries operations on a type out: actions take the services' own APIs, and no handler.
  private func operations(on type: String, _ route: ResourceRecord.Route) -> any ObjectOperations {
    if type == ActionSpecification.type { return actions }
    return route == .cloudControl ? cloudControl : direct
  }

  public func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
    try await operations(on: request.type, request.route).create(request)
  }

  public func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    try await operations(on: target.type, target.route).read(target)
  }

  public func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress {
    try await operations(on: request.target.type, request.target.route).update(request)
  }

  public func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress {
    try await operations(on: request.target.type, request.target.route).delete(request)
  }

  public func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress {
    try await operations(on: request.type, request.route).poll(request)
  }

  public func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] {
    try await operations(on: query.type, query.route).find(query)
  }
}
