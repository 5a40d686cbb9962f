/// What a service says in an answer that reports an error.
struct ServiceFault {
  var code = ""
  var message = ""
  var requestID: String?

  /// Reads the body and headers of an answer in a protocol.
  ///
  /// - Throws: ``WireFailure`` if the body is neither empty nor what the protocol has for errors.
  init(_ response: HTTPResponse, _ service: ServiceModel) throws(WireFailure) {
    requestID = Self.requestIDHeaders.lazy.compactMap { response.header($0) }.first
    // An error type in a header comes with any body, even one of a gateway that knows no protocol.
    if let type = response.header("x-amzn-errortype") { code = Self.trimmed(type) }
    let isBlank = response.body.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    if !isBlank {
      do throws(WireFailure) {
        switch service.serviceProtocol {
        case .json, .restJSON: try readJSON(response.body)
        case .query, .ec2, .restXML: try readXML(response.body)
        }
      } catch {
        if code.isEmpty { throw error }
      }
    }
    if service.isQueryCompatible, let text = response.header("x-amzn-query-error"), let own = text.split(separator: ";").first {
      code = String(own)
    }
    if code.isEmpty { code = ErrorClassification.code(status: response.status) }
  }

  private static let requestIDHeaders = ["x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id"]

  private mutating func readJSON(_ body: [UInt8]) throws(WireFailure) {
    guard case .structure(let fields) = try JSONCursor.document(body) else { throw WireFailure("the error is no object") }
    if code.isEmpty, let type = (fields["__type"] ?? fields["code"] ?? fields["Code"])?.string { code = Self.trimmed(type) }
    message = (fields["message"] ?? fields["Message"] ?? fields["errorMessage"])?.string ?? ""
    if requestID == nil { requestID = (fields["RequestId"] ?? fields["requestId"] ?? fields["RequestID"])?.string }
  }

  /// `com.amazonaws.kms#NotFoundException:http://…` is `NotFoundException`.
  private static func trimmed(_ type: String) -> String {
    let name = type.split(separator: ":", maxSplits: 1).first ?? ""
    return ScalarText.trimmed(String(name.split(separator: "#").last ?? ""))
  }

  /// Reads all forms: `ErrorResponse/Error/Code`, EC2's `Response/Errors/Error/Code`, S3's `Error/Code`, and a root named as the code.
  private mutating func readXML(_ body: [UInt8]) throws(WireFailure) {
    var cursor = try XMLCursor(body)
    let root = cursor.name
    guard root.lowercased() != "html" else { throw WireFailure("the answer is HTML") }
    var found = ""
    try readElements(&cursor, &found)
    try cursor.finish()
    if found.isEmpty, !["ErrorResponse", "Response", "Error", "Errors"].contains(root) { found = root }
    if code.isEmpty { code = found }
  }

  private mutating func readElements(_ cursor: inout XMLCursor, _ code: inout String) throws(WireFailure) {
    while try cursor.nextChild() {
      switch cursor.name {
      case "Code" where code.isEmpty: code = ScalarText.trimmed(try cursor.readText())
      case "Message" where message.isEmpty, "message" where message.isEmpty: message = ScalarText.trimmed(try cursor.readText())
      case "RequestId" where requestID == nil, "RequestID" where requestID == nil, "requestId" where requestID == nil:
        requestID = ScalarText.trimmed(try cursor.readText())
      case "Error", "Errors", "Messages": try readElements(&cursor, &code)
      default: try cursor.skip()
      }
    }
  }
}
