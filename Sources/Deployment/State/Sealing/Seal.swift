import Crypto
import StrataModel

/// Sealed content: a line in clear that says what it is, and what only the key's holder can read.
///
/// ```
/// strata-sealed {"by":…,"check":"1f0c…","environment":"production",…}⏎ nonce (12) ciphertext tag (16)
/// ```
///
/// AES-GCM with a random nonce. The whole first line is authenticated, so none of it can be changed, and content cannot pass for other
/// content: its kind, lineage, serial and epoch are in that line and must match what is inside.
struct Seal {
  /// What the content is.
  struct Head: Hashable {
    static let currentFormat = 1

    /// What is sealed.
    enum Kind: String { case snapshot, entries, rescue, plan }

    var kind: Kind
    var environment: String
    var lineage: String
    /// The serial of a snapshot, the first entry's of entries.
    var serial: Int
    var epoch: Int
    /// The version that wrote it.
    var engine: String
    var key: WrappedKey
    /// Tells whether a key is the right one.
    var check: String
  }

  private static let mark = Array("strata-sealed ".utf8)
  /// A head is never longer; a damaged one is not searched through megabytes.
  private static let longestHead = 16_384

  /// Whether bytes begin like sealed content.
  static func isSeal(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: mark) }

  /// Seals content.
  ///
  /// - Throws: ``StateError`` when the cipher fails, which it does for keys of a wrong length only.
  static func close(_ content: [UInt8], _ head: Head, with key: StateKey) throws(StateError) -> [UInt8] {
    var head = head
    head.key = key.wrapped
    head.check = key.check
    var bytes = mark + JSONWriter.text(of: head.json).utf8
    bytes.append(UInt8(ascii: "\n"))
    guard let box = try? AES.GCM.seal(content, using: key.symmetric, authenticating: bytes), let combined = box.combined else {
      throw StateError(.encryption, "The state of '\(head.environment)' cannot be encrypted: its key is no key of 32 bytes.")
    }
    return bytes + combined
  }

  /// The head of sealed content, which nobody has authenticated yet.
  static func head(of bytes: ArraySlice<UInt8>) throws(CodingFailure) -> Head { try split(bytes).head }

  /// Opens sealed content.
  ///
  /// - Throws: ``CodingFailure`` with the code `checksum` for content that is not what was sealed with this key.
  static func open(_ bytes: ArraySlice<UInt8>, with key: StateKey) throws(CodingFailure) -> (head: Head, content: [UInt8]) {
    let (head, line, rest) = try split(bytes)
    guard head.check == key.check else {
      throw CodingFailure(.checksum, "it is sealed with another key", engine: head.engine)
    }
    guard let box = try? AES.GCM.SealedBox(combined: Array(rest)),
      let content = try? AES.GCM.open(box, using: key.symmetric, authenticating: Array(line))
    else { throw CodingFailure(.checksum, "its content is not what was sealed", engine: head.engine) }
    return (head, Array(content))
  }

  private static func split(
    _ bytes: ArraySlice<UInt8>
  ) throws(CodingFailure) -> (head: Head, line: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    guard isSeal(bytes), let end = bytes.prefix(longestHead).firstIndex(of: UInt8(ascii: "\n")) else {
      throw CodingFailure(.malformed, "it does not begin like sealed content")
    }
    let text = bytes[(bytes.startIndex + mark.count)..<end]
    guard let json = try? JSONReader.value(of: text) else { throw CodingFailure(.malformed, "the head of its seal is not JSON") }
    return (try Head(json: json), bytes[...end], bytes[(end + 1)...])
  }
}

extension Seal.Head {
  init(_ kind: Kind, of snapshot: StateSnapshot, serial: Int, key: StateKey) {
    self.init(
      kind: kind, environment: snapshot.environment, lineage: snapshot.lineage, serial: serial, epoch: snapshot.epoch,
      engine: snapshot.engine, key: key.wrapped, check: key.check)
  }

  fileprivate var json: PropertyValue {
    [
      "check": .string(check), "engine": .string(engine), "environment": .string(environment), "epoch": .integer(epoch),
      "format": .integer(Self.currentFormat), "key": key.json, "kind": .string(kind.rawValue), "lineage": .string(lineage),
      "serial": .integer(serial),
    ]
  }

  fileprivate init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "the head of the seal")
    engine = try fields.string("engine")
    let format = try fields.integer("format")
    guard format <= Self.currentFormat else {
      throw CodingFailure(.newerFormat(found: format), "the seal has format \(format)", engine: engine)
    }
    guard let key = fields.object["key"].flatMap(WrappedKey.init(json:)) else { throw fields.failure("key") }
    self.key = key
    kind = try fields.choice("kind")
    environment = try fields.string("environment")
    lineage = try fields.string("lineage")
    serial = try fields.integer("serial")
    epoch = try fields.integer("epoch")
    check = try fields.string("check")
  }
}
