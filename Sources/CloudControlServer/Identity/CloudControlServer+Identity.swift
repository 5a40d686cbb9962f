import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

extension CloudControlServer {
  /// Says who the caller is: the account that the access key stands for.
  ///
  /// Source: `GetCallerIdentity` in the AWS Security Token Service API reference.
  func callerIdentity(_ caller: Caller, requestID: String) async throws(ServiceError) -> ServerResponse {
    let arn: String
    do throws(ProviderError) {
      arn = try await cloud.authenticate(in: caller.placement)
    } catch {
      throw ServiceError(error.serviceCode ?? "InvalidClientTokenId", error.message)
    }
    let session = arn.split(separator: "/").last ?? ""
    let user = "AROA\(caller.placement.account)STRATA:\(session)"
    return ServerResponse(
      status: 200, contentType: "text/xml", requestID: requestID,
      text: "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
        + "<Arn>\(XMLText.escaped(arn))</Arn><UserId>\(XMLText.escaped(user))</UserId><Account>\(caller.placement.account)</Account>"
        + "</GetCallerIdentityResult><ResponseMetadata><RequestId>\(XMLText.escaped(requestID))</RequestId></ResponseMetadata>"
        + "</GetCallerIdentityResponse>")
  }
}
