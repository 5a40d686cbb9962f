import Foundation

@testable import AWSClient

/// Exchanges that botocore encoded and parsed; `Scripts/generate-protocol-fixtures.py` writes them.
struct ProtocolFixture {
  let exchanges: [AWSValue]
  let errors: [AWSValue]

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = try JSONCursor.document(Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/protocols.json"))))
    exchanges = root["exchanges"]?.list ?? []
    errors = root["errors"]?.list ?? []
  }

  /// A value with its marks of timestamps, blobs and doubles replaced by what they stand for.
  static func value(_ value: AWSValue) -> AWSValue {
    switch value {
    case .list(let elements): return .list(elements.map(Self.value))
    case .structure(let fields):
      if fields.count == 1, let (key, content) = fields.first {
        switch (key, content) {
        case ("$timestamp", .double(let seconds)): return .timestamp(seconds)
        case ("$timestamp", .integer(let seconds)): return .timestamp(Double(seconds))
        case ("$blob", .string(let text)): return .blob(Base64.decode(text.utf8) ?? [])
        case ("$double", .string(let text)): return .double(Double(text) ?? .nan)
        default: break
        }
      }
      return .structure(fields.mapValues(Self.value))
    default: return value
    }
  }

  /// The bytes of a body, which stands in base64.
  static func body(_ value: AWSValue?) -> [UInt8] { Base64.decode((value?["body"]?.string ?? "").utf8) ?? [] }

  /// Pairs of names and values.
  static func pairs(_ value: AWSValue?) -> [[String]] { (value?.list ?? []).map { ($0.list ?? []).compactMap(\.string) } }

  static func answer(_ value: AWSValue?) -> HTTPResponse {
    HTTPResponse(
      status: value?["status"]?.integer ?? 0, headers: pairs(value?["headers"]).map { .init($0[0], $0[1]) }, body: body(value))
  }
}
