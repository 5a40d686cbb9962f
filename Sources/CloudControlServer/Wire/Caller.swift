import StrataModel

/// Who asks, for which service, and where: what the signature says, which is not verified.
///
/// The access key chooses the simulated account: one of twelve digits is the account, every other stands for ``defaultAccount``. The region is
/// that of the credential scope (Signature Version 4, "Authorization header" and "Query parameters").
struct Caller: Sendable, Hashable {
  static let defaultAccount = "123456789012"

  var accessKey: String
  var region: String
  /// The signing name of the service, for example `cloudcontrolapi`.
  var service: String

  /// Reads the credential scope of a header or a presigned query; `nil` for an unsigned request.
  ///
  /// - Throws: ``ServiceError`` for a signature without a usable scope.
  init?(_ request: ServerRequest) throws(ServiceError) {
    let scope: String
    if let header = request.header("Authorization") {
      guard header.hasPrefix("AWS4-"), let text = Self.credential(in: header) else {
        throw .incompleteSignature("Authorization header requires a 'Credential' parameter. Authorization=\(header.prefix(100))")
      }
      scope = text
    } else if let text = request.parameters["X-Amz-Credential"] {
      scope = text
    } else {
      return nil
    }
    let parts = scope.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 5, let key = parts.first, !key.isEmpty else {
      throw .incompleteSignature("Credential must have at least 5 slash-delimited elements, e.g. key/date/region/service/aws4_request")
    }
    // An access key may itself hold slashes in emulators; the four last parts are fixed.
    accessKey = parts.dropLast(4).joined(separator: "/")
    region = parts[parts.count - 3]
    service = parts[parts.count - 2]
  }

  private static func credential(in header: String) -> String? {
    guard let range = header.firstRange(of: "Credential=") else { return nil }
    let text = header[range.upperBound...].prefix { $0 != "," && $0 != " " }
    return text.isEmpty ? nil : String(text)
  }

  /// Where the caller's objects live.
  var placement: Placement {
    let isAccount = accessKey.utf8.count == 12 && accessKey.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Placement(account: isAccount ? accessKey : Self.defaultAccount, region: region)
  }
}
