public import AWSClient
import StrataModel

extension EmulatorCapabilities {
  /// Finds out which emulator answers at an address, by the pages that each has for itself; one that tells nothing is taken as complete.
  public static func recognized(at endpoint: Endpoint, over transport: any HTTPTransport) async -> EmulatorCapabilities {
    if await answers("/moto-api/config", at: endpoint, over: transport) { return .moto }
    if await answers("/_localstack/health", at: endpoint, over: transport) {
      return EmulatorCapabilities(name: "localstack", hasCloudControl: true)
    }
    // The embedded cloud as `deploy cloud serve` serves it.
    if await answers("/_strata/cloud", at: endpoint, over: transport) {
      return EmulatorCapabilities(name: "the served cloud", hasCloudControl: true, hasServices: false)
    }
    return EmulatorCapabilities(name: endpoint.host, hasCloudControl: true)
  }

  private static func answers(_ path: String, at endpoint: Endpoint, over transport: any HTTPTransport) async -> Bool {
    guard let answer = try? await transport.send(HTTPRequest(method: "GET", endpoint: endpoint, path: path), timeout: 10_000) else {
      return false
    }
    return (200..<300).contains(answer.status) && (try? JSONReader.plainValue(of: answer.body))?.objectValue != nil
  }
}
