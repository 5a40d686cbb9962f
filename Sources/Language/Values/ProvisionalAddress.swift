import StrataModel

/// The addresses that references bear while the program runs, before the real ones are known.
///
/// A resource can be created before it is placed (a `lazy var` of one stack is read by another), so its address is settled only at the end.
/// Until then references name the resource by its number in the synthesis and the synthesis by a random number. `~` is in no declared id,
/// so none of these can be taken for an address that a user wrote. Each is at most 15 bytes, which Swift keeps without an allocation.
enum ProvisionalAddress {
  private static let mark = UInt8(ascii: "~")

  /// Stands for the account, region and partition of the resource whose property it is used in.
  static let placement = ResourceAddress("~placement")

  private static let mangledAddress = ResourceAddress("~mangled")
  private static let mangledKeyAddress = ResourceAddress("~key")
  private static let invalidAddress = ResourceAddress("~invalid")

  /// What was wrong with a value when it was made, reported with the place where it is used.
  enum Problem {
    case mangledText(String)
    case mangledKey(String)
    case invalidValue(String)
  }

  /// A text whose interpolated reference was damaged.
  static func mangled(_ text: String) -> PropertyValue { .reference(StrataModel.Reference(mangledAddress, text)) }

  /// A key of a map in which a reference was interpolated.
  static func mangledKey(_ key: String) -> PropertyValue { .reference(StrataModel.Reference(mangledKeyAddress, key)) }

  /// A value that says itself why it is not valid, for example a CIDR block that does not exist.
  static func invalid(_ message: String) -> PropertyValue { .reference(StrataModel.Reference(invalidAddress, message)) }

  /// The problem that a reference stands for, if it stands for one.
  static func problem(of reference: StrataModel.Reference) -> Problem? {
    switch reference.address {
    case mangledAddress: .mangledText(reference.attribute)
    case mangledKeyAddress: .mangledKey(reference.attribute)
    case invalidAddress: .invalidValue(reference.attribute)
    default: nil
    }
  }

  /// The address of the resource with a number; `suffix` ends with the synthesis's own random part.
  static func make(_ number: Int, suffix: String) -> ResourceAddress { ResourceAddress("~" + String(number) + suffix) }

  /// The address of a resource that was created outside of any synthesis.
  static func outsideOfSynthesis(_ id: String) -> ResourceAddress { ResourceAddress("~outside/" + id) }

  /// The name by which a reference into another synthesis, or into none, is shown.
  static func readableName(of reference: StrataModel.Reference) -> String {
    let prefix = "~outside/"
    guard reference.address.path.hasPrefix(prefix) else { return reference.attribute }
    return reference.address.path.dropFirst(prefix.utf8.count) + "." + reference.attribute
  }

  /// The random part of a synthesis's addresses.
  static func makeSuffix() -> String { "~" + String(UInt32.random(in: 0...0xFFFFF), radix: 32) }

  /// The number of the resource that an address was made for, or `nil` for one of another synthesis.
  static func number(of address: ResourceAddress, suffix: String) -> Int? {
    let path = address.path
    guard path.utf8.first == mark, path.hasSuffix(suffix) else { return nil }
    let end = path.utf8.count - suffix.utf8.count
    return path.utf8.withContiguousStorageIfAvailable { bytes in number(in: bytes, upTo: end) } ?? nil
  }

  private static func number(in bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) -> Int? {
    guard end > 1, let start = bytes.baseAddress else { return nil }
    var number = 0
    var index = 1
    while index < end {
      let digit = start[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
      index &+= 1
    }
    return number
  }
}
