import AWSClient
import AWSProvider
import StrataDeployment
import StrataModel

/// The shipped provider, with every type on its Cloud Control route, also those that it has handlers of its own for.
struct CloudControlOnly: Provider {
  let provider: AWSProvider

  init(endpoint: Endpoint, transport: any HTTPTransport) {
    provider = AWSProvider { placement in
      SigningCaller(
        client: AWSClient(
          configuration: AWSClient.Configuration(region: placement.region, endpoint: endpoint), transport: transport,
          credentials: StaticCredentials(Credentials(accessKeyID: placement.account, secretAccessKey: "any"))))
    }
  }

  private struct SigningCaller: ServiceCaller {
    let client: AWSClient

    func call(_ service: String, _ operation: String, _ input: AWSValue) async throws(AWSError) -> AWSValue {
      try await client.call(service, operation, input)
    }
  }

  var name: String { provider.name }
  var callLifetime: Int { provider.callLifetime }
  func settleTime(of type: String) -> Int? { provider.settleTime(of: type) }
  func route(for type: String, in placement: Placement) -> ResourceRecord.Route? { .cloudControl }
  func authenticate(in placement: Placement) async throws(ProviderError) -> String { try await provider.authenticate(in: placement) }
  func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress { try await provider.create(request) }
  func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription { try await provider.read(target) }
  func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress { try await provider.update(request) }
  func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress { try await provider.delete(request) }
  func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress { try await provider.poll(request) }
  func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] { try await provider.find(query) }
}
