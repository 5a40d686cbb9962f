import ResourceCatalog
import StrataModel

/// The physical names that the engine chooses: `<environment>-<stack>-<id>-<8 of the instance>`.
enum GeneratedNames {
  /// Stands for the name of an incarnation that has no generation yet; differs from every name that was ever sent.
  static func placeholder(for address: ResourceAddress) -> PropertyValue { .string("\u{0}\(address.path)") }

  /// The name of an incarnation; shortened from the left part, so that the suffix that proves whose it is stays whole.
  static func name(
    environment: String, address: ResourceAddress, instance: InstanceID, rule: ResourceBehavior.GeneratedName
  ) -> String {
    let suffix = "-" + instance.nameSuffix
    let left = words(environment, address.stack, address.id)
    let room = max(0, rule.maximumLength - rule.prefix.utf8.count - suffix.utf8.count)
    var body = left.prefix(room)
    while body.last == UInt8(ascii: "-") { body.removeLast() }
    let text = String(decoding: body, as: UTF8.self) + suffix
    return rule.prefix + (rule.isLowercase ? text.lowercased() : text)
  }

  /// Whether a recorded name was chosen for an incarnation.
  static func isChosen(_ name: String, for instance: InstanceID) -> Bool { name.hasSuffix("-" + instance.nameSuffix) }

  /// Words joined by single hyphens; dots and underscores, which not every service takes, become hyphens.
  private static func words(_ parts: String...) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      if !bytes.isEmpty, bytes.last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      for byte in part.utf8 {
        let isMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        if !isMark {
          bytes.append(byte)
        } else if let last = bytes.last, last != UInt8(ascii: "-") {
          bytes.append(UInt8(ascii: "-"))
        }
      }
    }
    return bytes
  }
}
