import AWSClient
import AWSProvider
import Foundation
import StrataLanguage
import StrataModel

/// The way from a session to AWS, or to an emulator of it.
struct AWSConnection: Sendable {
  let client: AWSClient
  let emulator: EmulatorCapabilities?
  private static let recognized = RecognizedEndpoints()

  /// Reads settings and credentials, and finds out which emulator answers where the endpoint is one.
  ///
  /// - Parameters:
  ///   - endpoint: the address of an emulator; `nil` for AWS, or for what `AWS_ENDPOINT_URL` and the shared files say.
  ///   - variables: the environment of the process.
  /// - Throws: ``CommandFailure`` for settings that cannot be used.
  static func open(endpoint: String?, region: String, variables: [String: String]) async throws(CommandFailure) -> AWSConnection {
    let transport: AsyncHTTPClientTransport
    var configuration: AWSClient.Configuration
    do {
      transport = try AsyncHTTPClientTransport(environment: variables)
      configuration = try AWSClient.Configuration.load(environment: variables, region: region)
      if let endpoint { configuration.endpoints = EndpointOverrides(all: try Endpoint(override: endpoint)) }
    } catch {
      throw CommandFailure(error)
    }
    // The engine's scheduler learns from throttled changes; only reads are repeated below it.
    configuration.retriesThrottling = .reads
    var emulator: EmulatorCapabilities?
    // Only an address that somebody gave can be an emulator's.
    if let address = configuration.endpoints.all {
      emulator = await recognized.capabilities(at: address, over: transport)
      configuration.trustsTokens = emulator?.tokenTypes == nil
    }
    let hasKeys = variables["AWS_ACCESS_KEY_ID"] != nil || variables["AWS_PROFILE"] != nil
    // Emulators take any keys; those of this machine's owner are not sent to one that was named on the command line.
    let credentials = endpoint != nil && !hasKeys ? StaticCredentials(Credentials(accessKeyID: "test", secretAccessKey: "test")) : nil
    return AWSConnection(
      client: AWSClient(configuration: configuration, transport: transport, credentials: credentials), emulator: emulator)
  }

  /// The provider that deploys through this connection.
  var provider: AWSProvider {
    let client = client
    return AWSProvider(emulator: emulator) { placement in
      var own = client.inRegion(placement.region)
      for role in placement.roleChain { own = own.assuming(role: role) }
      return PlacedClient(client: own)
    }
  }
}

/// The client as the provider sees it.
private struct PlacedClient: ServiceCaller {
  let client: AWSClient

  func call(_ service: String, _ operation: String, _ input: AWSValue) async throws(AWSError) -> AWSValue {
    try await client.call(service, operation, input)
  }
}
