/// Judges the keys of objects, which are strings whatever the kind of document.
enum NameCheck {
  static func fails(_ key: String, _ schema: Schema) -> Bool {
    var check = DocumentCheck(typeName: "", options: ValidationOptions())
    return check.verdict(.string(key), schema) == .fails
  }
}
