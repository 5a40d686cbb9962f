/// Types in messages.
enum SchemaTypeNames {
  static func phrase(_ types: SchemaTypes) -> String {
    var names: [String] = []
    if types.contains(.string) { names.append("a string") }
    if types.contains(.integer) { names.append("a whole number") }
    if types.contains(.number) { names.append("a number") }
    if types.contains(.boolean) { names.append("true or false") }
    if types.contains(.array) { names.append("a list") }
    if types.contains(.object) { names.append("an object") }
    return names.joined(separator: " or ")
  }
}
