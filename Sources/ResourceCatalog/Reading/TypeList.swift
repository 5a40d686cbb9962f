/// Resource types in the order of their names' bytes.
public struct TypeList: Sendable, RandomAccessCollection {
  let first: UInt32
  let stride: UInt32
  let count32: UInt32

  init(first: UInt32, stride: UInt32, count: UInt32) {
    self.first = first
    self.stride = stride
    count32 = count
  }

  /// Always zero.
  public var startIndex: Int { 0 }

  /// The number of types.
  public var endIndex: Int { Int(count32) }

  /// The type at a position.
  public subscript(position: Int) -> TypeSchema {
    precondition(position >= 0 && position < endIndex, "index out of range")
    return TypeSchema(row: first + UInt32(position) * stride)
  }
}
