/// Distributes an input over path, query, headers and body, for the REST protocols.
///
/// Source: https://smithy.io/2.0/spec/http-bindings.html
struct RESTOutput {
  private let operation: OperationModel
  private let isXML: Bool
  private let fields: [String: AWSValue]
  var query: [HTTPRequest.Field] = []
  var headers: [HTTPRequest.Field] = []
  var path = "/"
  var body: [UInt8] = []

  /// Encodes an input that fits the operation's model.
  init(_ operation: OperationModel, _ input: AWSValue, isXML: Bool) {
    self.operation = operation
    self.isXML = isXML
    fields = input.structure ?? [:]
    let members = operation.input?.members ?? []
    (path, query) = PathTemplate.expand(operation.uriTemplate) { name in
      guard let member = members.first(where: { $0.location == .uri && $0.wireName == name }), let value = fields[member.name] else {
        return ""
      }
      return ScalarText.text(value, member, timestamps: .iso8601)
    }
    for member in members {
      guard let value = fields[member.name] else { continue }
      switch member.location {
      case .queryString: addQuery(value, member)
      case .header: addHeader(value, member)
      case .prefixHeaders:
        for (key, entry) in (value.structure ?? [:]).sorted(by: { $0.key < $1.key }) {
          headers.append(.init(member.wireName + key, entry.string ?? ""))
        }
      case .body, .uri, .statusCode, .payload: break
      }
    }
    addQueryMaps(members)
    if let root = operation.inputRoot { addBody(input, root) }
  }

  private mutating func addQuery(_ value: AWSValue, _ member: MemberModel) {
    switch value {
    case .list(let elements):
      guard let element = member.shape.element else { return }
      query += elements.map { .init(member.wireName, ScalarText.text($0, element, timestamps: .iso8601)) }
    case .structure: break
    default: query.append(.init(member.wireName, ScalarText.text(value, member, timestamps: .iso8601)))
    }
  }

  /// Maps come last: a parameter that another member is bound to is not theirs.
  private mutating func addQueryMaps(_ members: [MemberModel]) {
    let taken = Set(query.map(\.name))
    for member in members where member.location == .queryString && member.shape.kind == .map {
      guard let element = member.shape.value, let entries = fields[member.name]?.structure else { continue }
      for (key, value) in entries.sorted(by: { $0.key < $1.key }) where !taken.contains(key) {
        if case .list(let elements) = value, let inner = element.shape.element {
          query += elements.map { .init(key, ScalarText.text($0, inner, timestamps: .iso8601)) }
        } else {
          query.append(.init(key, ScalarText.text(value, element, timestamps: .iso8601)))
        }
      }
    }
  }

  /// Empty text and empty lists make no header.
  private mutating func addHeader(_ value: AWSValue, _ member: MemberModel) {
    var text: String
    if case .list(let elements) = value, let element = member.shape.element {
      text = elements.map { Self.listed($0, element) }.joined(separator: ", ")
    } else {
      text = ScalarText.text(value, member, timestamps: .httpDate)
      if member.isJSONValue { text = Base64.encode(text.utf8) }
    }
    if !text.isEmpty { headers.append(.init(member.wireName, text)) }
  }

  /// An element of a header's list; what has a comma or quote is quoted.
  private static func listed(_ value: AWSValue, _ element: MemberModel) -> String {
    let text = ScalarText.text(value, element, timestamps: .httpDate)
    guard case .string = value, text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else { return text }
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }

  private mutating func addBody(_ input: AWSValue, _ root: MemberModel) {
    let shape = root.shape
    var contentType: String?
    if let payload = shape.payload {
      switch fields[payload.name] {
      case .blob(let bytes) where payload.shape.kind == .blob:
        body = bytes
        contentType = "application/octet-stream"
      case .string(let text) where payload.shape.kind == .string:
        body = Array(text.utf8)
        contentType = "text/plain"
      case let value?:
        body = isXML ? XMLOutput.document(value, payload, bodyOnly: false) : JSONOutput.value(value, payload)
        contentType = structuredType
      case nil:
        guard !isXML, payload.shape.kind == .structure else { return }
        body = Array("{}".utf8)
        contentType = structuredType
      }
    } else {
      let bodyMembers = shape.members.filter { $0.location == .body }
      let isGiven = bodyMembers.contains { fields[$0.name] != nil }
      guard isXML ? isGiven : !bodyMembers.isEmpty else { return }
      body = isXML ? XMLOutput.document(input, root, bodyOnly: true) : JSONOutput.value(input, root, bodyOnly: true)
      contentType = structuredType
    }
    if let contentType, !headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      headers.insert(.init("Content-Type", contentType), at: 0)
    }
  }

  private var structuredType: String { isXML ? "application/xml" : "application/json" }
}
