import Crypto

/// Checksums of a body, as headers.
///
/// Where `x-amz-checksum-*` is understood it is CRC-32 unless the caller names another algorithm: AWS's own default, which all of S3's kinds
/// of buckets accept. Elsewhere it is `Content-MD5` (RFC 1864). Source:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
enum BodyChecksum {
  /// The headers that a body needs.
  ///
  /// - Parameter algorithm: what the caller asks for.
  /// - Throws: ``InputFailure`` for an algorithm that is not implemented.
  static func headers(_ body: [UInt8], algorithm: String?, acceptsChecksums: Bool) throws(InputFailure) -> [HTTPRequest.Field] {
    guard acceptsChecksums else { return [.init("Content-MD5", Base64.encode(Array(Insecure.MD5.hash(data: body))))] }
    let digest: [UInt8]
    let name = algorithm ?? "CRC32"
    switch name {
    case "CRC32": digest = bigEndian(crc(body, polynomial: 0xEDB8_8320))
    case "CRC32C": digest = bigEndian(crc(body, polynomial: 0x82F6_3B78))
    case "SHA1": digest = Array(Insecure.SHA1.hash(data: body))
    case "SHA256": digest = Array(SHA256.hash(data: body))
    case "SHA512": digest = Array(SHA512.hash(data: body))
    default: throw InputFailure("ChecksumAlgorithm must be CRC32, CRC32C, SHA1, SHA256 or SHA512 here, not \(name)")
    }
    var headers = [HTTPRequest.Field("x-amz-checksum-\(name.lowercased())", Base64.encode(digest))]
    if algorithm == nil { headers.insert(.init("x-amz-sdk-checksum-algorithm", name), at: 0) }
    return headers
  }

  /// A cyclic redundancy check of 32 bits with its polynomial in reversed order (ITU-T V.42; RFC 3720, appendix B.4).
  private static func crc(_ bytes: [UInt8], polynomial: UInt32) -> UInt32 {
    let table = (0..<256 as Range<UInt32>).map { index in
      (0..<8).reduce(index) { value, _ in value & 1 == 1 ? value >> 1 ^ polynomial : value >> 1 }
    }
    return ~bytes.reduce(~0) { crc, byte in crc >> 8 ^ table[Int((crc ^ UInt32(byte)) & 255)] }
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }
}
