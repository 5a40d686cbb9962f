import StrataEmbeddedCloud
import StrataModel

extension CloudControlServer {
  func getResourceRequestStatus(_ input: inout OperationInput, _ place: Placement) async throws(ServiceError) -> PropertyObject {
    let token = input.required("RequestToken", .token)
    try input.check()
    await advance(asking: token)
    guard let request = ledger.request(token, in: place) else { throw .requestTokenNotFound(token) }
    return ["ProgressEvent": request.event]
  }

  func cancelResourceRequest(_ input: inout OperationInput, _ place: Placement) throws(ServiceError) -> PropertyObject {
    let token = input.required("RequestToken", .token)
    try input.check()
    return ["ProgressEvent": try ledger.cancel(token, in: place, at: clock.now()).event]
  }

  /// The requests of the account and region, the newest first, 20 at a time unless asked otherwise.
  func listResourceRequests(_ input: inout OperationInput, _ place: Placement) async throws(ServiceError) -> PropertyObject {
    let limit = input.optional("MaxResults", in: 1...100) ?? 20
    let nextToken = input.optional("NextToken", .nextToken)
    let operations = input.choices("ResourceRequestStatusFilter", "Operations", ResourceRequest.Operation.self)
    let statuses = input.choices("ResourceRequestStatusFilter", "OperationStatuses", ResourceRequest.Status.self)
    try input.check()
    await advance()
    let matching = ledger.requests(in: place).filter { request in
      (operations.isEmpty || operations.contains(request.operation)) && (statuses.isEmpty || statuses.contains(request.status))
    }
    let subject = (["requests"] + operations.map(\.rawValue) + statuses.map(\.rawValue)).joined(separator: " ")
    let page = try Page(of: matching, key: \.token, subject: subject, limit: limit, after: nextToken)
    var answer: PropertyObject = ["ResourceRequestStatusSummaries": .array(page.elements.map(\.event))]
    answer["NextToken"] = page.nextToken.map { .string($0) }
    return answer
  }
}
