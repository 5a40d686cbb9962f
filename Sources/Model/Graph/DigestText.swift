import Crypto

/// What a digest is made of: all texts one after the other, and beside them the kinds and lengths that tell them apart.
///
/// Unlike JSON it needs no look at each character, which is what makes the digest of thousands of resources cheap.
struct DigestText {
  private var text = ""
  private var structure: [UInt64] = []

  /// The kinds of values, in the high bits of a word; a length or number follows in the low ones.
  private enum Kind: UInt64 {
    case null, flag, integer, number, string, array, object, reference, expression, secret, count
  }

  private mutating func mark(_ kind: Kind, _ size: Int = 0) { structure.append(kind.rawValue << 56 | UInt64(size)) }

  mutating func append(_ string: String) {
    mark(.string, string.utf8.count)
    text += string
  }

  mutating func append(_ flag: Bool) { mark(.flag, flag ? 1 : 0) }

  mutating func append(count: Int) { mark(.count, count) }

  mutating func append(_ path: PropertyPath) {
    append(count: path.components.count)
    for component in path.components {
      switch component {
      case .key(let key): append(key)
      case .index(let index): append(count: index)
      }
    }
  }

  mutating func append(_ object: PropertyObject) {
    mark(.object, object.count)
    for field in object.fields {
      append(field.key)
      append(field.value)
    }
  }

  mutating func append(_ value: PropertyValue) {
    switch value {
    case .null: mark(.null)
    case .bool(let flag): append(flag)
    case .integer(let number):
      mark(.integer)
      structure.append(UInt64(bitPattern: Int64(number)))
    case .number(let number):
      mark(.number)
      structure.append(number.bitPattern)
    case .string(let string): append(string)
    case .array(let elements):
      mark(.array, elements.count)
      for element in elements { append(element) }
    case .object(let object): append(object)
    case .reference(let reference):
      mark(.reference)
      append(reference.address.path)
      append(reference.attribute)
    case .expression(let expression):
      mark(.expression, expression.arguments.count)
      append(expression.function.rawValue)
      for argument in expression.arguments { append(argument) }
    case .secret(let source):
      mark(.secret)
      append(source.kind.rawValue)
      append(source.name)
    }
  }

  /// The SHA-256 digest of all that was appended, as 64 lowercase hexadecimal characters.
  func digest() -> String {
    var hash = SHA256()
    hash.update(data: Array(text.utf8))
    // Little-endian on every platform, so that a plan made on one machine is valid on another.
    structure.map(\.littleEndian).withUnsafeBytes { hash.update(bufferPointer: $0) }
    return Digest.hexadecimal(of: hash.finalize())
  }
}
