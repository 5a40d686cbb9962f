/// The one form of JSON documents that mean the same; policies are recognized by their statements.
enum DocumentForm {
  /// The canonical form of a document given as an object or as text.
  static func canonical(_ value: PropertyValue) -> PropertyValue {
    switch value {
    case .string(let text): document(in: text) ?? value
    case .object(let object) where PolicyForm.isPolicy(object): PolicyForm.canonical(object)
    case .object(let object): .object(object.mapValues(member))
    case .array(let elements): .array(elements.map(member))
    default: value
    }
  }

  /// The canonical form of the document that a text holds; `nil` for text that is no JSON object or array.
  static func document(in text: String) -> PropertyValue? {
    guard let first = text.utf8.first(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let value = try? JSONReader.plainValue(of: text.utf8)
    else { return nil }
    return canonical(value)
  }

  /// Values sorted by their text, so that two lists with the same elements are equal.
  static func sorted(_ values: [PropertyValue]) -> [PropertyValue] {
    values.map { (JSONWriter.text(of: $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// A value inside of a document: types are kept, numbers take one form.
  private static func member(_ value: PropertyValue) -> PropertyValue {
    switch value {
    case .number(let number) where number == number.rounded() && abs(number) < 9_007_199_254_740_992: .integer(Int(number))
    case .array, .object: canonical(value)
    default: value
    }
  }
}
