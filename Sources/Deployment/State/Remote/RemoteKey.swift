/// The keys of an environment's objects: numbers of sixteen digits, so that keys sort as the numbers do.
enum RemoteKey {
  static let logFolder = "log/"
  static let snapshotFolder = "snap/"
  static let secretKey = "secret.key"

  /// The object of a group commit, by its first entry.
  static func log(_ sequence: Int) -> String { logFolder + digits(sequence) }

  /// A snapshot, by its serial.
  static func snapshot(_ serial: Int) -> String { snapshotFolder + digits(serial) }

  /// The number in a key; `nil` for an object that is none of ours.
  static func number(of key: String, in folder: String) -> Int? {
    let name = key.dropFirst(folder.count)
    guard key.hasPrefix(folder), name.utf8.count == 16, name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(name)
  }

  private static func digits(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 16 - text.utf8.count)) + text
  }
}
