extension HTTPRequest {
  /// The query as it goes to the wire, in the order given: encoded, and without `=` where there is no value; empty without parameters.
  var encodedQuery: String {
    query.map { field in
      let name = PercentEncoding.encode(field.name)
      return field.value.isEmpty ? name : name + "=" + PercentEncoding.encode(field.value)
    }.joined(separator: "&")
  }

  /// The query as it is signed: encoded, then sorted by name and value.
  var canonicalQuery: String {
    query.map { (name: PercentEncoding.encode($0.name), value: PercentEncoding.encode($0.value)) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
      .map { "\($0.name)=\($0.value)" }
      .joined(separator: "&")
  }

  /// The address of the request as text.
  var url: String {
    let query = encodedQuery
    return endpoint.url + path + (query.isEmpty ? "" : "?" + query)
  }
}
