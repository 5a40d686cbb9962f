import ServiceModelData

/// A string of the models, read in place: an offset into the embedded pool.
struct ModelText: Sendable, Hashable {
  let offset: UInt32

  init(offset: UInt32) { self.offset = offset }

  /// Nil for the mark of an absent string.
  init?(word: UInt32) {
    guard word != service_model_none else { return nil }
    offset = word
  }

  /// The bytes of UTF-8; they live as long as the process.
  var utf8: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: service_model_string_bytes(offset), count: Int(service_model_string_count(offset)))
  }

  /// A copy; allocates for more than 15 bytes.
  var string: String { String(decoding: utf8, as: UTF8.self) }

  static func == (left: ModelText, right: String) -> Bool {
    right.withModelBytes { service_model_string_compare(left.offset, $0.baseAddress, $0.count) == 0 }
  }
}

extension String {
  /// Calls a closure with the bytes of UTF-8, in place for native strings.
  func withModelBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
