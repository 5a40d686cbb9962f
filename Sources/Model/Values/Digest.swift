public import Crypto

/// SHA-256 digests in the forms that identities, tokens and files use.
public enum Digest {
  /// The digest of a text, as 64 lowercase hexadecimal characters.
  public static func hexadecimal(_ text: String) -> String {
    hexadecimal(of: SHA256.hash(data: Array(text.utf8)))
  }

  /// The digest of bytes, as 64 lowercase hexadecimal characters.
  public static func hexadecimal(ofBytes bytes: ArraySlice<UInt8>) -> String {
    bytes.withUnsafeBytes { buffer in
      var hash = SHA256()
      hash.update(bufferPointer: buffer)
      return hexadecimal(of: hash.finalize())
    }
  }

  /// The keyed digest (HMAC-SHA-256) of a secret's text, as 64 lowercase hexadecimal characters.
  ///
  /// Whoever has the key and the digest can test guesses of a weak secret, so the two are kept apart.
  public static func keyed(_ text: String, key: [UInt8]) -> String {
    hexadecimal(of: HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key)))
  }

  /// The digest of fields, each followed by a zero byte except the last, so that no two lists of fields share a digest.
  public static func hash(fields: [String]) -> SHA256Digest {
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0) }
      bytes.append(contentsOf: field.utf8)
    }
    return SHA256.hash(data: bytes)
  }

  /// The lowercase hexadecimal form of bytes.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    let digits = Array("0123456789abcdef".utf8)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first `count` characters of the lowercase Base32 form (RFC 4648, without padding) of bytes.
  public static func base32(of bytes: some Sequence<UInt8>, count: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5, text.count < count {
        bits -= 5
        text.append(alphabet[Int(buffer >> bits & 31)])
      }
      buffer &= (1 << bits) - 1
      if text.count == count { break }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
