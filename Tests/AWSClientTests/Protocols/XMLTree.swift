@testable import AWSClient

/// An XML document by its meaning: attributes without order, children in the order of their names.
struct XMLTree: Hashable {
  var name: String
  var attributes: [String: String] = [:]
  var children: [XMLTree] = []
  var text = ""

  init(_ bytes: [UInt8]) throws {
    var cursor = try XMLCursor(bytes)
    self = try XMLTree(&cursor, bytes)
    try cursor.finish()
  }

  private init(_ cursor: inout XMLCursor, _ bytes: [UInt8]) throws {
    name = cursor.name
    for attribute in cursor.attributes { attributes[cursor.text(attribute.name)] = attribute.value }
    var inner = cursor
    while try inner.nextChild() { children.append(try XMLTree(&inner, bytes)) }
    if children.isEmpty { text = try cursor.readText() } else { cursor = inner }
    // Elements of one name keep their order.
    children = children.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element)
  }
}
