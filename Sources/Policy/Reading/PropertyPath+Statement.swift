import StrataModel

extension PropertyPath {
  /// The path of a statement of a policy document; the document's own where it has one statement outside of a list.
  static func statement(_ position: Int, of property: PropertyPath) -> PropertyPath {
    property.appending(key: "Statement").appending(index: position)
  }
}
