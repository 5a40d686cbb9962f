import Foundation
import ResourceCatalog

/// A JSON text read as a document that rules can be checked on.
struct JSONFixture: Decodable {
  let value: LiteralValue

  /// Reads a file of Fixtures/.
  static func named(_ name: String) throws -> LiteralValue {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)")
    return try JSONDecoder().decode(JSONFixture.self, from: Data(contentsOf: url)).value
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      value = .object(
        try object.allKeys.map { LiteralValue.Field(key: $0.stringValue, value: try object.decode(JSONFixture.self, forKey: $0).value) })
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var values: [LiteralValue] = []
      while !list.isAtEnd { values.append(try list.decode(JSONFixture.self).value) }
      value = .array(values)
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .null
    } else if let bool = try? single.decode(Bool.self) {
      value = .bool(bool)
    } else if let integer = try? single.decode(Int.self) {
      value = .integer(integer)
    } else if let number = try? single.decode(Double.self) {
      value = .number(number)
    } else {
      value = .string(try single.decode(String.self))
    }
  }
}

extension LiteralValue {
  /// The value under a key of an object.
  subscript(_ key: String) -> LiteralValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }

  /// The elements of a list.
  var elements: [LiteralValue] { if case .array(let values) = self { values } else { [] } }

  /// The text of a string.
  var text: String? { if case .string(let text) = self { text } else { nil } }
}
