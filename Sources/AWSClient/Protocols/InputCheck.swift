import ResourceCatalog

/// Checks that a value fits the model before a byte of the request is written; encoders rely on it.
///
/// Limits of lengths, patterns and enumerations are left to the service, which knows newer ones.
struct InputCheck {
  private var path = InputPath()

  /// Checks the input of an operation.
  ///
  /// - Throws: ``InputFailure`` for a missing or unknown member, a value of another kind, and text that its place cannot carry.
  static func check(_ input: AWSValue, _ root: MemberModel) throws(InputFailure) {
    var check = InputCheck()
    try check.check(input, root)
  }

  private func failure(_ message: String) -> InputFailure { InputFailure("\(path.text) \(message)") }

  private mutating func check(_ value: AWSValue, _ member: MemberModel) throws(InputFailure) {
    let shape = member.shape
    if member.isJSONValue { return }
    switch (shape.kind, value) {
    case (.structure, .structure(let fields)):
      if shape.isEventStream { throw failure("is a stream of events, which cannot be sent") }
      try check(fields, shape)
    case (.list, .list(let elements)):
      guard let element = shape.element else { return }
      for (index, value) in elements.enumerated() {
        path.push(.element(index))
        try check(value, element)
        path.pop()
      }
    case (.map, .structure(let entries)):
      guard let value = shape.value else { return }
      for (key, entry) in entries {
        path.push(.entry(key))
        if member.location == .prefixHeaders, !Self.isToken(key) { throw failure("is no name of a header") }
        try check(entry, value)
        if member.location == .prefixHeaders, case .string(let text) = entry { try checkHeader(text) }
        path.pop()
      }
    case (.string, .string(let text)): try check(text, member)
    case (.integer, .integer(let number)):
      if Int32(exactly: number) == nil { throw failure("is out of the range of 32 bits") }
    case (.long, .integer), (.float, .double), (.float, .integer), (.double, .double), (.double, .integer), (.boolean, .bool),
      (.blob, .blob), (.document, _):
      break
    case (.timestamp, .timestamp(let seconds)):
      if !WireTimestamp.range.contains(seconds) { throw failure("is no time of the years 0 to 9999") }
    default: throw failure("must be \(shape.kind.article), not \(value.kindText)")
    }
  }

  private mutating func check(_ fields: [String: AWSValue], _ shape: ShapeModel) throws(InputFailure) {
    var found = 0
    for index in 0..<shape.memberCount {
      let member = shape.member(at: index)
      guard let value = fields[member.name] else {
        if member.isRequired || member.location == .uri || member.isHostLabel { throw failure("lacks \(member.name), which is required") }
        continue
      }
      found += 1
      path.push(.member(member.nameText))
      try check(value, member)
      path.pop()
    }
    if found < fields.count {
      for name in fields.keys.sorted() where shape.member(name) == nil {
        let known = shape.members.map(\.name)
        let nearest = NearestName.nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
        throw failure("has no member \(name)\(nearest)")
      }
    }
    if shape.isUnion, found != 1 { throw failure("must have exactly one member, not \(found)") }
  }

  private func check(_ text: String, _ member: MemberModel) throws(InputFailure) {
    switch member.location {
    case .uri:
      // An empty label, or one that names a folder, would address something else.
      if text.isEmpty { throw failure("must not be empty") }
      if text == "." || text == ".." { throw failure("must not be \(text)") }
    case .header: try checkHeader(text)
    default: break
    }
    if member.isHostLabel {
      let isHost = !text.isEmpty && text.utf8.allSatisfy { Self.isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
      if !isHost { throw failure("becomes part of the host: only letters, digits, hyphens and periods are possible") }
    }
  }

  private func checkHeader(_ text: String) throws(InputFailure) {
    if text.utf8.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) {
      throw failure("becomes a header: control characters are not possible")
    }
  }

  /// Whether a text can be the name of a header (RFC 9110, section 5.6.2).
  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { isAlphanumeric($0) || "!#$%&'*+-.^_`|~".utf8.contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }
}

extension ShapeModel.Kind {
  fileprivate var article: String {
    switch self {
    case .integer: "an integer"
    case .float, .double: "a number"
    case .long: "an integer"
    default: "a \(self)"
    }
  }
}

extension AWSValue {
  fileprivate var kindText: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer: "an integer"
    case .double: "a number"
    case .string: "a string"
    case .blob: "a blob"
    case .timestamp: "a timestamp"
    case .list: "a list"
    case .structure: "a structure"
    }
  }
}
