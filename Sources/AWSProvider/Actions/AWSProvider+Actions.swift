import AWSClient
import StrataDeployment
public import StrataModel

extension AWSProvider {
  /// Whether there is a model of the operation, and the endpoint is not known to lack it.
  public func offers(_ request: ServiceRequest) -> Bool {
    ServiceModels.aws.service(request.service)?.operation(request.operation) != nil
      && emulator?.missingOperations.contains(request.name) != true
  }

  /// Runs actions through the services' own APIs.
  var actions: ActionRunner {
    ActionRunner { [sessions] request, placement throws(ProviderError) in
      guard ServiceModels.aws.service(request.service) != nil else {
        throw ProviderError(
          .unsupported, "There is no model of the service '\(request.service)'; use botocore's name of one of the services known here.")
      }
      do {
        return try await sessions.caller(in: placement).call(
          request.service, request.operation, AWSValue(.object(request.input))
        ).propertyValue
      } catch {
        var failure = ErrorMapping.providerError(error, type: "")
        // The embedded and the real cloud name a refusal by the code alone; some protocols add a prefix.
        failure.serviceCode = failure.serviceCode?.split(separator: "#").last.map { String($0) }
        throw failure
      }
    }
  }
}
