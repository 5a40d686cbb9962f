/// Writes an input as a form, for the query protocols.
///
/// Sources: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html, https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html
struct QueryOutput {
  private var bytes: [UInt8] = []
  private var prefix: [UInt8] = []
  /// EC2 writes elements of lists right after the list's name, and empty lists not at all.
  private let isEC2: Bool

  private init(isEC2: Bool) { self.isEC2 = isEC2 }

  /// The form of an operation's input, which fits its member.
  static func form(action: String, version: String, _ input: AWSValue, _ root: MemberModel?, isEC2: Bool) -> [UInt8] {
    var output = QueryOutput(isEC2: isEC2)
    output.bytes += "Action=\(action)&Version=\(version)".utf8
    if let root { output.write(input, root) }
    return output.bytes
  }

  private mutating func write(_ value: AWSValue, _ member: MemberModel) {
    let shape = member.shape
    switch (shape.kind, value) {
    case (.structure, .structure(let fields)):
      for index in 0..<shape.memberCount {
        let field = shape.member(at: index)
        guard let value = fields[field.name] else { continue }
        nested(field.inputText.utf8) { $0.write(value, field) }
      }
    case (.list, .list(let elements)):
      guard let element = shape.element else { return }
      if elements.isEmpty {
        if !isEC2 { emit("") }
        return
      }
      let isDirect = isEC2 || member.isFlattened
      nested(isDirect ? UnsafeBufferPointer(start: nil, count: 0) : element.inputText.utf8) { output in
        for (index, value) in elements.enumerated() { output.nested(String(index + 1)) { $0.write(value, element) } }
      }
    case (.map, .structure(let entries)):
      guard let key = shape.key, let element = shape.value else { return }
      for (index, entry) in entries.sorted(by: { $0.key < $1.key }).enumerated() {
        nested(member.isFlattened ? String(index + 1) : "entry.\(index + 1)") { output in
          output.nested(key.inputText.utf8) { $0.write(.string(entry.key), key) }
          output.nested(element.inputText.utf8) { $0.write(entry.value, element) }
        }
      }
    default: emit(ScalarText.text(value, member, timestamps: .iso8601))
    }
  }

  private mutating func nested(_ name: String, _ body: (inout QueryOutput) -> Void) {
    name.withModelBytes { nested($0, body) }
  }

  private mutating func nested(_ name: UnsafeBufferPointer<UInt8>, _ body: (inout QueryOutput) -> Void) {
    let count = prefix.count
    if count > 0, !name.isEmpty { prefix.append(UInt8(ascii: ".")) }
    prefix.append(contentsOf: name)
    body(&self)
    prefix.removeLast(prefix.count - count)
  }

  private mutating func emit(_ text: String) {
    bytes.append(UInt8(ascii: "&"))
    bytes += prefix
    bytes.append(UInt8(ascii: "="))
    PathTemplate.append(text, to: &bytes, keepingSlashes: false)
  }
}
