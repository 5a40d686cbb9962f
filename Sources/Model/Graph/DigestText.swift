import Crypto

/// What a digest is made of: all texts one after the other, and beside them the kinds and lengths that tell them apart.
///
/// Unlike JSON it needs no look at each character, which is what makes the digest of thousands of resources cheap.
struct DigestText {
  private var text: [UInt8] = []
  private var structure: [UInt32] = []
  private var hash = SHA256()

  /// From how many bytes of text on it is hashed, so that the buffers stay small.
  private static let blockSize = 1 << 16

  /// The kinds of values, in the high bits of a word; a length or number follows in the low ones.
  private enum Kind: UInt32 {
    case null, flag, integer, number, string, array, object, reference, expression, secret, count
  }

  private mutating func mark(_ kind: Kind, _ size: Int = 0) {
    let small = UInt32(truncatingIfNeeded: size) & 0x07FF_FFFF
    structure.append(kind.rawValue << 28 | small)
    // A size that does not fit is told apart by a bit of its own and the whole of it.
    guard Int(small) != size else { return }
    structure[structure.count - 1] |= 1 << 27
    append(word: UInt64(size))
  }

  private mutating func append(word: UInt64) {
    structure.append(UInt32(truncatingIfNeeded: word))
    structure.append(UInt32(truncatingIfNeeded: word >> 32))
  }

  mutating func append(_ string: String) {
    mark(.string, string.utf8.count)
    text.append(contentsOf: string.utf8)
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
      append(word: UInt64(bitPattern: Int64(number)))
    case .number(let number):
      mark(.number)
      append(word: number.bitPattern)
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

  /// Hashes what has gathered once there is enough of it; call it between resources.
  mutating func flush() {
    if text.count >= Self.blockSize { hashBlock() }
  }

  private mutating func hashBlock() {
    text.withUnsafeBytes { hash.update(bufferPointer: $0) }
    // Little-endian on every platform, so that a plan made on one machine is valid on another.
    #if _endian(big)
    for index in structure.indices { structure[index] = structure[index].littleEndian }
    #endif
    structure.withUnsafeBytes { hash.update(bufferPointer: $0) }
    text.removeAll(keepingCapacity: true)
    structure.removeAll(keepingCapacity: true)
  }

  /// The SHA-256 digest of all that was appended, as 64 lowercase hexadecimal characters.
  mutating func digest() -> String {
    hashBlock()
    return Digest.hexadecimal(of: hash.finalize())
  }
}
