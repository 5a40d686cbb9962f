public import AWSClient

/// Which emulator answers at which address, asked once for each address.
///
/// A run opens several connections to one address: for its state, its keys and its resources. AWS itself is never asked.
public actor RecognizedEndpoints {
  private var known: [Endpoint: Task<EmulatorCapabilities, Never>] = [:]

  /// Creates a memory of nothing.
  public init() {}

  /// What answers at an address; the transport is used the first time only.
  public func capabilities(at endpoint: Endpoint, over transport: any HTTPTransport) async -> EmulatorCapabilities {
    if let asked = known[endpoint] { return await asked.value }
    let task = Task { await EmulatorCapabilities.recognized(at: endpoint, over: transport) }
    known[endpoint] = task
    return await task.value
  }
}
