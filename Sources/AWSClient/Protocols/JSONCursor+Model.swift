extension JSONCursor {
  /// The members of a structure's body; members that the model does not know are passed over.
  static func members(_ bytes: [UInt8], _ shape: ShapeModel) throws(WireFailure) -> [String: AWSValue] {
    var cursor = JSONCursor(bytes)
    let fields = try cursor.readStructure(shape)
    try cursor.finish()
    return fields
  }

  /// The value of a whole text; nil for `null`.
  static func value(_ bytes: [UInt8], _ member: MemberModel) throws(WireFailure) -> AWSValue? {
    var cursor = JSONCursor(bytes)
    let value = try cursor.readValue(member)
    try cursor.finish()
    return value
  }

  private mutating func readStructure(_ shape: ShapeModel) throws(WireFailure) -> [String: AWSValue] {
    var fields: [String: AWSValue] = [:]
    try readObject { cursor, key throws(WireFailure) in
      guard let member = try cursor.withKey(key, { shape.member(wireName: $0) }) else { return try cursor.skip() }
      if let value = try cursor.readValue(member) { fields[member.name] = value }
    }
    return fields
  }

  private mutating func readValue(_ member: MemberModel) throws(WireFailure) -> AWSValue? {
    let kind = try peek()
    let shape = member.shape
    // A document may be null; anywhere else null says that there is nothing.
    if shape.kind == .document { return try readDocument() }
    if kind == .literal {
      guard let value = try readLiteral() else { return nil }
      switch shape.kind {
      case .boolean: return .bool(value)
      case .string: return .string(value ? "true" : "false")
      default: throw failure("\(member.name) is not \(shape.kind)")
      }
    }
    switch (shape.kind, kind) {
    case (.structure, .object): return .structure(try readStructure(shape))
    case (.map, .object):
      guard let element = shape.value else { return nil }
      var entries: [String: AWSValue] = [:]
      try readObject { cursor, key throws(WireFailure) in entries[try cursor.text(key)] = try cursor.readValue(element) ?? .null }
      return .structure(entries)
    case (.list, .array):
      guard let element = shape.element else { return nil }
      var elements: [AWSValue] = []
      try readArray { cursor throws(WireFailure) in elements.append(try cursor.readValue(element) ?? .null) }
      return .list(elements)
    case (.structure, _), (.map, _), (.list, _), (_, .object), (_, .array): throw failure("\(member.name) is not \(shape.kind)")
    case (_, .string): return try ScalarText.value(try readString(), member)
    default: return try ScalarText.value(try readNumber(), member)
    }
  }
}
