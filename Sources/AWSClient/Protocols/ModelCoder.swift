import ResourceCatalog

/// Codes calls by the embedded service models.
struct ModelCoder: OperationCoder {
  private let models: ServiceModels
  private let makeToken: @Sendable () -> String

  /// Creates a coder.
  ///
  /// - Parameter makeToken: a new idempotency token, for inputs that lack one.
  init(models: ServiceModels = .aws, makeToken: @escaping @Sendable () -> String = ModelCoder.randomToken) {
    self.models = models
    self.makeToken = makeToken
  }

  func service(_ name: String) -> ServiceDescription? {
    models.service(name).map { model in
      ServiceDescription(
        name: model.name, endpointPrefix: model.endpointPrefix, signingName: model.signingName, serviceID: model.serviceID,
        usesS3Rules: model.usesS3Rules)
    }
  }

  /// The models of a call.
  ///
  /// - Throws: ``AWSError/Kind/invalidInput`` for a service or operation that is not embedded.
  func model(_ service: String, _ operation: String) throws(AWSError) -> (ServiceModel, OperationModel) {
    func failure(_ what: String, _ name: String, _ known: [String]) -> AWSError {
      let nearest = NearestName.nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
      return AWSError(.invalidInput, "There is no model of \(what) \(name)\(nearest)", service: service, operation: operation)
    }
    guard let model = models.service(service) else { throw failure("service", service, models.services.map(\.name)) }
    guard let found = model.operation(operation) else {
      throw failure("\(service)'s operation", operation, model.operations.map(\.name))
    }
    return (model, found)
  }

  func encode(_ service: String, _ operation: String, _ input: AWSValue, endpoint: Endpoint) throws(AWSError) -> EncodedRequest {
    let (serviceModel, model) = try self.model(service, operation)
    do throws(InputFailure) {
      return try encode(serviceModel, model, input, endpoint)
    } catch {
      throw AWSError(.invalidInput, error.message, service: service, operation: operation)
    }
  }

  func decode(_ service: String, _ operation: String, _ response: HTTPResponse) throws(AWSError) -> AWSValue {
    let (serviceModel, model) = try self.model(service, operation)
    return try decode(serviceModel, model, response)
  }

  // MARK: Requests

  private func encode(
    _ service: ServiceModel, _ operation: OperationModel, _ given: AWSValue, _ endpoint: Endpoint
  ) throws(InputFailure) -> EncodedRequest {
    var input = given == .null ? .structure([:]) : given
    guard case .structure(var fields) = input else { throw InputFailure("the input must be a structure") }
    var hasToken = false
    if let name = operation.idempotencyTokenMember {
      // One made here serves as well: a call is encoded once for all its attempts.
      hasToken = true
      if fields[name] == nil { fields[name] = .string(makeToken()) }
      input = .structure(fields)
    }
    if let root = operation.inputRoot {
      try InputCheck.check(input, root)
    } else if let name = fields.keys.min() {
      throw InputFailure("the input has no member \(name): the operation takes none")
    }
    var request = HTTPRequest(method: operation.method, endpoint: endpoint)
    switch service.serviceProtocol {
    case .json:
      request.headers = [
        .init("Content-Type", "application/x-amz-json-\(service.jsonVersion ?? "1.1")"),
        .init("X-Amz-Target", "\(service.targetPrefix ?? "").\(operation.name)"),
      ]
      if service.isQueryCompatible { request.headers.append(.init("x-amzn-query-mode", "true")) }
      request.body = operation.inputRoot.map { JSONOutput.value(input, $0) } ?? Array("{}".utf8)
    case .query, .ec2:
      request.headers = [.init("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]
      request.body = QueryOutput.form(
        action: operation.name, version: service.apiVersion, input, operation.inputRoot, isEC2: service.serviceProtocol == .ec2)
    case .restJSON, .restXML:
      let output = RESTOutput(operation, input, isXML: service.serviceProtocol == .restXML)
      request.path = output.path
      request.query = output.query
      request.headers = output.headers
      request.body = output.body
    }
    try addChecksum(&request, operation, fields)
    return EncodedRequest(
      request: request, hostPrefix: hostPrefix(operation, fields), isUnsigned: operation.isUnsigned,
      bucket: service.usesS3Rules && operation.uriTemplate.hasPrefix("/{Bucket}") ? fields["Bucket"]?.string : nil,
      isIdempotent: operation.isReadOnly || hasToken, isSetting: operation.isSetting)
  }

  private func addChecksum(_ request: inout HTTPRequest, _ operation: OperationModel, _ fields: [String: AWSValue]) throws(InputFailure) {
    guard operation.requiresChecksum || operation.acceptsChecksums else { return }
    let isGiven = request.headers.contains { header in
      let name = header.name.lowercased()
      return name == "content-md5" || name.hasPrefix("x-amz-checksum-")
    }
    guard !isGiven else { return }
    let algorithm = operation.checksumAlgorithmMember.flatMap { fields[$0]?.string }
    request.headers += try BodyChecksum.headers(request.body, algorithm: algorithm, acceptsChecksums: operation.acceptsChecksums)
  }

  private func hostPrefix(_ operation: OperationModel, _ fields: [String: AWSValue]) -> String {
    guard let template = operation.hostPrefix else { return "" }
    return PathTemplate.expand(template) { fields[$0]?.string ?? "" }.path
  }

  // MARK: Tokens

  /// A random UUID (RFC 9562, version 4).
  static func randomToken() -> String {
    var generator = SystemRandomNumberGenerator()
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return text
  }
}
