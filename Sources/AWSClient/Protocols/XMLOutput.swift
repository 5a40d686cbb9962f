/// Writes values as XML, by the model.
///
/// Source: https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings
struct XMLOutput {
  private(set) var bytes: [UInt8] = []

  /// The document of a structure that fits its member, under the member's name.
  ///
  /// - Parameter bodyOnly: whether members of the structure that go elsewhere in the message are left out.
  static func document(_ value: AWSValue, _ root: MemberModel, bodyOnly: Bool) -> [UInt8] {
    var output = XMLOutput()
    output.write(value, root, name: root.inputText, bodyOnly: bodyOnly)
    return output.bytes
  }

  private mutating func write(_ value: AWSValue, _ member: MemberModel, name: ModelText, bodyOnly: Bool = false) {
    let shape = member.shape
    switch (shape.kind, value) {
    case (.structure, .structure(let fields)):
      open(name, member, attributes: attributes(of: fields, shape))
      for index in 0..<shape.memberCount {
        let field = shape.member(at: index)
        guard !field.isXMLAttribute, !bodyOnly || field.location == .body, let value = fields[field.name] else { continue }
        write(value, field, name: field.inputText)
      }
      close(name)
    case (.list, .list(let elements)):
      guard let element = shape.element else { return }
      if !member.isFlattened { open(name, member) }
      for value in elements { write(value, element, name: member.isFlattened ? name : element.inputText) }
      if !member.isFlattened { close(name) }
    case (.map, .structure(let entries)):
      guard let key = shape.key, let element = shape.value else { return }
      if !member.isFlattened { open(name, member) }
      for (entry, value) in entries.sorted(by: { $0.key < $1.key }) {
        if member.isFlattened { open(name, member) } else { bytes += "<entry>".utf8 }
        write(.string(entry), key, name: key.inputText)
        write(value, element, name: element.inputText)
        if member.isFlattened { close(name) } else { bytes += "</entry>".utf8 }
      }
      if !member.isFlattened { close(name) }
    default:
      open(name, member)
      write(text: ScalarText.text(value, member, timestamps: .iso8601))
      close(name)
    }
  }

  private func attributes(of fields: [String: AWSValue], _ shape: ShapeModel) -> [(name: String, value: String)] {
    shape.members.compactMap { member in
      guard member.isXMLAttribute, let value = fields[member.name] else { return nil }
      return (member.inputName, ScalarText.text(value, member, timestamps: .iso8601))
    }
  }

  private mutating func open(_ name: ModelText, _ member: MemberModel, attributes: [(name: String, value: String)] = []) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    var attributes = attributes
    if let namespace = member.xmlNamespace {
      attributes.insert((namespace.prefix.map { "xmlns:" + $0 } ?? "xmlns", namespace.uri), at: 0)
    }
    for attribute in attributes {
      bytes += " \(attribute.name)=\"".utf8
      write(text: attribute.value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: ModelText) {
    bytes += "</".utf8
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func write(text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      // A reader turns line ends and, in attributes, tabs into other space, unless they are written as references.
      case 0..<0x20: bytes += "&#\(byte);".utf8
      default: bytes.append(byte)
      }
    }
  }
}
