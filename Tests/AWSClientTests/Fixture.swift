import Foundation

/// Reads the files of Fixtures/.
enum Fixture {
  static func decode<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)")
    return try JSONDecoder().decode(type, from: Data(contentsOf: url))
  }
}
