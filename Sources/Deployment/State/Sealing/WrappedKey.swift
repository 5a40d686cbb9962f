import StrataModel

/// How a key of sealed state is found again: written in clear before what it seals, and worthless without the passphrase or the KMS key.
public enum WrappedKey: Sendable, Hashable {
  /// Derived from a passphrase by scrypt (RFC 7914).
  case passphrase(salt: [UInt8], cost: Int)
  /// Made by KMS, which alone can decrypt the blob.
  case kms(key: String, blob: [UInt8])

  /// The form in a seal's head.
  var json: PropertyValue {
    switch self {
    case .passphrase(let salt, let cost): ["by": "scrypt", "cost": .integer(cost), "salt": .string(Digest.hexadecimal(of: salt))]
    case .kms(let key, let blob): ["blob": .string(Digest.hexadecimal(of: blob)), "by": "kms", "key": .string(key)]
    }
  }

  /// Creates it from a seal's head; `nil` for one that this version does not know.
  init?(json: PropertyValue) {
    switch json["by"]?.stringValue {
    case "scrypt":
      // A cost beyond this would take gigabytes: nobody wrote it here.
      guard let salt = json["salt"]?.stringValue.flatMap([UInt8].init(hexadecimal:)), let cost = json["cost"]?.integerValue,
        (1...20).contains(cost)
      else { return nil }
      self = .passphrase(salt: salt, cost: cost)
    case "kms":
      guard let blob = json["blob"]?.stringValue.flatMap([UInt8].init(hexadecimal:)), let key = json["key"]?.stringValue else { return nil }
      self = .kms(key: key, blob: blob)
    default: return nil
    }
  }
}

extension [UInt8] {
  /// Creates bytes from their hexadecimal form; `nil` for anything else.
  init?(hexadecimal text: String) {
    let digits = text.utf8.map { UInt8(ascii: "a") <= $0 ? $0 &- 87 : $0 &- 48 }
    guard digits.count.isMultiple(of: 2), digits.allSatisfy({ $0 < 16 }) else { return nil }
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
