extension ModelCoder {
  /// The output of an answer, or the error that it reports.
  func decode(_ service: ServiceModel, _ operation: OperationModel, _ response: HTTPResponse) throws(AWSError) -> AWSValue {
    guard (200..<300).contains(response.status) else { throw error(service, operation, response) }
    do throws(WireFailure) {
      return .structure(try output(service, operation, response))
    } catch {
      // S3 begins some answers before it is done, and reports a failure under a status of success.
      if service.usesS3Rules, let cursor = try? XMLCursor(response.body), cursor.name == "Error" {
        throw self.error(service, operation, response)
      }
      throw malformed(error, service, operation, response)
    }
  }

  private func output(
    _ service: ServiceModel, _ operation: OperationModel, _ response: HTTPResponse
  ) throws(WireFailure) -> [String: AWSValue] {
    let shape = operation.output
    let isOpaque = shape?.payload.map { $0.shape.kind == .blob || $0.shape.kind == .string } ?? false
    // The content tells, not the header: emulators call any answer HTML.
    if !isOpaque, isPage(response.body) { throw WireFailure("the answer is HTML") }
    switch service.serviceProtocol {
    case .json:
      guard let shape, !response.body.isEmpty else {
        if !response.body.isEmpty { _ = try JSONCursor.document(response.body) }
        return [:]
      }
      return try JSONCursor.members(response.body, shape)
    case .query, .ec2: return try queryOutput(operation, response)
    case .restJSON, .restXML:
      guard let shape else { return [:] }
      return try restOutput(shape, operation, response, isXML: service.serviceProtocol == .restXML)
    }
  }

  private func queryOutput(_ operation: OperationModel, _ response: HTTPResponse) throws(WireFailure) -> [String: AWSValue] {
    // Some emulators answer with nothing where there is nothing to say.
    if response.body.isEmpty, operation.output == nil { return [:] }
    var cursor = try XMLCursor(response.body)
    guard cursor.name.hasSuffix("Response") else { throw WireFailure("the root of the answer is \(cursor.name)") }
    var fields: [String: AWSValue] = [:]
    if let shape = operation.output {
      if let wrapper = operation.resultWrapper {
        var isFound = false
        while try cursor.nextChild() {
          if cursor.name == wrapper {
            isFound = true
            fields = try cursor.readMembers(shape)
          } else {
            try cursor.skip()
          }
        }
        guard isFound else { throw WireFailure("the answer lacks \(wrapper)") }
      } else {
        fields = try cursor.readMembers(shape)
      }
    }
    try cursor.finish()
    return fields
  }

  private func restOutput(
    _ shape: ShapeModel, _ operation: OperationModel, _ response: HTTPResponse, isXML: Bool
  ) throws(WireFailure) -> [String: AWSValue] {
    var fields: [String: AWSValue] = [:]
    if let payload = shape.payload {
      fields[payload.name] = try self.payload(payload, response.body, isXML: isXML)
    } else if !response.body.isEmpty, shape.members.contains(where: { $0.location == .body }) {
      if isXML {
        var cursor = try XMLCursor(response.body)
        guard cursor.name != "Error", cursor.name.lowercased() != "html" else {
          throw WireFailure("the root of the answer is \(cursor.name)")
        }
        if operation.hasUnwrappedOutput, let member = shape.members.first(where: { $0.location == .body }) {
          fields[member.name] = try cursor.readValue(member)
        } else {
          fields = try cursor.readMembers(shape)
        }
        try cursor.finish()
      } else {
        fields = try JSONCursor.members(response.body, shape)
      }
    }
    for member in shape.members {
      switch member.location {
      case .header, .prefixHeaders: if let value = try HeaderInput.value(member, response) { fields[member.name] = value }
      case .statusCode: fields[member.name] = .integer(response.status)
      case .body, .uri, .queryString, .payload: break
      }
    }
    return fields
  }

  private func payload(_ member: MemberModel, _ body: [UInt8], isXML: Bool) throws(WireFailure) -> AWSValue? {
    switch member.shape.kind {
    case .blob: return .blob(body)
    case .string:
      guard let text = String(validating: body, as: UTF8.self) else { throw WireFailure("\(member.name) is not UTF-8") }
      return .string(text)
    case .structure where member.shape.isEventStream: return .blob(body)
    default:
      guard !body.isEmpty else { return nil }
      guard isXML else { return try JSONCursor.value(body, member) }
      var cursor = try XMLCursor(body)
      guard cursor.name != "Error", cursor.name.lowercased() != "html" else {
        throw WireFailure("the root of the answer is \(cursor.name)")
      }
      let value = try cursor.readValue(member)
      try cursor.finish()
      return value
    }
  }

  // MARK: Errors

  private func error(_ service: ServiceModel, _ operation: OperationModel, _ response: HTTPResponse) -> AWSError {
    let fault: ServiceFault
    do throws(WireFailure) {
      fault = try ServiceFault(response, service)
    } catch {
      if let error = unimplemented(service, operation, response) { return error }
      return malformed(error, service, operation, response)
    }
    var kind = ErrorClassification.kind(code: fault.code, status: response.status, service: service.name)
    if (200..<300).contains(response.status), kind == .refused { kind = .serviceFailure }
    if kind == .refused, response.status == 404, saysUnimplemented(response.body) { kind = .unsupported }
    return AWSError(
      kind, execution: kind == .serviceFailure ? .unknown : .notExecuted, code: fault.code,
      fault.message.isEmpty ? "The service answered with status \(response.status)" : fault.message, service: service.name,
      operation: operation.name, status: response.status, requestID: fault.requestID, retryAfter: retryAfter(response))
  }

  /// An answer that no error of the protocol can be read from.
  private func malformed(
    _ failure: WireFailure, _ service: ServiceModel, _ operation: OperationModel, _ response: HTTPResponse
  ) -> AWSError {
    AWSError(
      response.status == 429 ? .throttled : .malformedResponse, execution: response.status == 429 ? .notExecuted : .unknown,
      "The answer with status \(response.status) is not one of \(service.name): \(failure.message)", service: service.name,
      operation: operation.name, status: response.status, requestID: response.header("x-amzn-requestid"), retryAfter: retryAfter(response))
  }

  /// Emulators say in plain text that they do not know an operation, or have a page for a path that they do not know.
  private func unimplemented(_ service: ServiceModel, _ operation: OperationModel, _ response: HTTPResponse) -> AWSError? {
    let isKnown = response.status == 404 && !saysUnimplemented(response.body) && !isPage(response.body)
    guard response.status == 501 || (response.status == 404 && !isKnown) else { return nil }
    return AWSError(
      .unsupported, code: "NotImplemented", "The endpoint does not implement \(operation.name)", service: service.name,
      operation: operation.name, status: response.status)
  }

  private func saysUnimplemented(_ body: [UInt8]) -> Bool {
    let text = String(decoding: body.prefix(4096), as: UTF8.self).lowercased()
    return text.contains("not yet implemented") || text.contains("not been implemented") || text.contains("not implemented")
  }

  private func isPage(_ body: [UInt8]) -> Bool {
    let text = ScalarText.trimmed(String(decoding: body.prefix(64), as: UTF8.self)).lowercased()
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
  }

  /// In milliseconds, from seconds in `Retry-After` (RFC 9110, section 10.2.3) or milliseconds in `x-amz-retry-after`.
  private func retryAfter(_ response: HTTPResponse) -> Int? {
    if let text = response.header("x-amz-retry-after"), let value = Int(text), value >= 0 { return value }
    guard let text = response.header("Retry-After"), let seconds = Int(ScalarText.trimmed(text)), (0...86400).contains(seconds) else {
      return nil
    }
    return seconds * 1000
  }
}
