public import StrataDeployment
import StrataModel

extension AWSProvider: LiveStateSource {
  public func liveState(of target: ObjectTarget) async throws(ProviderError) -> LiveState? {
    guard case .direct = target.route else { return nil }
    return try await direct.liveState(of: target)
  }
}
