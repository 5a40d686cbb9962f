import ResourceCatalog
import StrataModel

/// The physical names that the engine chooses: `<environment>-<stack>-<id>-<8 of the instance>`.
enum GeneratedNames {
  /// Stands for the name of an incarnation that has no generation yet; differs from every name that was ever sent.
  static func placeholder(for address: ResourceAddress) -> PropertyValue { .string("\u{0}\(address.path)") }

  /// The name of an incarnation; shortened from the left part, so that the suffix that proves whose it is stays whole.
  static func name(
    environment: String, address: ResourceAddress, instance: InstanceID, properties: PropertyObject, rule: ResourceBehavior.GeneratedName
  ) -> String {
    let end = conditionalEnd(properties, rule)
    return start(environment: environment, address: address, suffixLength: instance.nameSuffix.utf8.count, end: end, rule: rule)
      + (rule.isLowercase ? instance.nameSuffix.lowercased() : instance.nameSuffix) + end
  }

  /// The names of all incarnations that an address may have: `*` stands for the instance.
  static func pattern(
    environment: String, address: ResourceAddress, properties: PropertyObject, rule: ResourceBehavior.GeneratedName
  ) -> String {
    let end = conditionalEnd(properties, rule)
    let length = InstanceID(lineage: "", address: address, generation: 0).nameSuffix.utf8.count
    return start(environment: environment, address: address, suffixLength: length, end: end, rule: rule) + "*" + end
  }

  /// What stands before the instance.
  private static func start(
    environment: String, address: ResourceAddress, suffixLength: Int, end: String, rule: ResourceBehavior.GeneratedName
  ) -> String {
    let mark = rule.allowsHyphen ? UInt8(ascii: "-") : UInt8(ascii: "_")
    let left = words([environment, address.stack, address.id], mark: mark)
    var body = left.prefix(max(0, rule.maximumLength - rule.prefix.utf8.count - 1 - suffixLength - end.utf8.count))
    while body.last == mark { body.removeLast() }
    let text = String(decoding: body + [mark], as: UTF8.self)
    return rule.prefix + (rule.isLowercase ? text.lowercased() : text)
  }

  /// Whether a recorded name was chosen for an incarnation.
  static func isChosen(_ name: String, for instance: InstanceID, rule: ResourceBehavior.GeneratedName) -> Bool {
    var name = name[...]
    if let end = rule.conditionalSuffix?.suffix, name.hasSuffix(end) { name = name.dropLast(end.count) }
    return name.hasSuffix(instance.nameSuffix)
  }

  private static func conditionalEnd(_ properties: PropertyObject, _ rule: ResourceBehavior.GeneratedName) -> String {
    guard let end = rule.conditionalSuffix, properties[end.property]?.scalarText == "true" else { return "" }
    return end.suffix
  }

  /// Words joined by single marks; other characters than letters and digits, which not every service takes, become marks.
  private static func words(_ parts: [String], mark: UInt8) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      if !bytes.isEmpty, bytes.last != mark { bytes.append(mark) }
      for byte in part.utf8 {
        let isMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        if !isMark {
          bytes.append(byte)
        } else if let last = bytes.last, last != mark {
          bytes.append(mark)
        }
      }
    }
    return bytes
  }
}
