import StrataModel

/// The forms in which AWS's protocols write errors, so that a client of any service can read a refusal.
///
/// Source: the Smithy specification's pages on awsJson, awsQuery, ec2Query, restJson1 and restXml ("Operation error serialization").
enum ErrorFormat: Sendable, Hashable {
  case json
  case query
  case ec2
  case restJSON
  case restXML
  case s3

  /// The form that the caller of a request expects.
  init(_ request: ServerRequest, service: String) {
    if request.header("X-Amz-Target") != nil {
      self = .json
    } else if service == "ec2" {
      self = .ec2
    } else if request.parameters["Action"] != nil {
      self = .query
    } else {
      switch service {
      case "s3", "s3express", "s3-outposts": self = .s3
      case "route53", "cloudfront": self = .restXML
      default: self = .restJSON
      }
    }
  }

  func response(_ error: ServiceError, requestID: String) -> ServerResponse {
    // XML protocols write codes without the suffix of the shape's name.
    let shortCode = error.code.hasSuffix("Exception") ? String(error.code.dropLast("Exception".count)) : error.code
    let code = XMLText.escaped(error.code == "UnknownOperationException" ? "InvalidAction" : shortCode)
    let message = XMLText.escaped(error.message)
    let identifier = XMLText.escaped(requestID)
    switch self {
    case .json, .restJSON:
      let type = self == .json ? "\(error.namespace)#\(error.code)" : error.code
      // Shapes of the service's own model spell the member with a capital letter.
      let member = error.namespace == "com.amazon.cloudapiservice" ? "Message" : "message"
      let body: PropertyValue = .object(PropertyObject([("__type", .string(type)), (member, .string(error.message))]))
      var response = ServerResponse(
        status: error.status, contentType: self == .json ? "application/x-amz-json-1.0" : "application/json", requestID: requestID,
        text: JSONWriter.plainText(of: body))
      if self == .restJSON { response.headers.append(.init("x-amzn-ErrorType", error.code)) }
      return response
    case .query, .restXML:
      return xml(
        "<ErrorResponse><Error><Type>Sender</Type><Code>\(code)</Code><Message>\(message)</Message></Error>"
          + "<RequestId>\(identifier)</RequestId></ErrorResponse>", error, requestID)
    case .ec2:
      return xml(
        "<Response><Errors><Error><Code>\(code)</Code><Message>\(message)</Message></Error></Errors>"
          + "<RequestID>\(identifier)</RequestID></Response>", error, requestID)
    case .s3:
      return xml(
        "<Error><Code>\(code)</Code><Message>\(message)</Message><RequestId>\(identifier)</RequestId></Error>", error, requestID)
    }
  }

  private func xml(_ text: String, _ error: ServiceError, _ requestID: String) -> ServerResponse {
    ServerResponse(status: error.status, contentType: "text/xml", requestID: requestID, text: text)
  }
}
