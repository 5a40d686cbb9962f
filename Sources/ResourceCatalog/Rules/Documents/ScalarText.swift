/// Conversions between scalars that CloudFormation makes by itself.
enum ScalarText {
  static func converts(_ view: LiteralValue, to types: SchemaTypes) -> Bool {
    switch view {
    case .bool, .integer, .number: return types.contains(.string)
    case .string(let text):
      if types.contains(.boolean), text == "true" || text == "false" || text == "True" || text == "False" { return true }
      if types.contains(.integer), Int(text) != nil { return true }
      if types.contains(.number), Double(text) != nil { return true }
      return false
    case .null, .array, .object, .unknown: return false
    }
  }
}
