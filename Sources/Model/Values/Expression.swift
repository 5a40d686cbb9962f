import Foundation

/// A pure function applied to values, kept as data until all of its arguments are known.
public struct Expression: Sendable, Hashable {
  /// What an expression computes from its arguments.
  public enum Function: String, Sendable, Hashable, CaseIterable {
    /// The arguments' texts one after another: what a string interpolation means.
    case concatenate
    /// The elements of the second argument, an array, with the first argument between them.
    case join
    /// The parts of the second argument between occurrences of the first.
    case split
    /// The element of the second argument, an array, at the index that the first gives.
    case select
    /// The Base64 form of a text's UTF-8 bytes.
    case base64
    /// The canonical JSON text of a document.
    case json
    /// The elements of several arrays as one array.
    case flatten
    /// The answer of a lookup, whose question is the one argument; it is put in before planning. See ``LookupQuery``.
    case lookup
  }

  public var function: Function
  public var arguments: [PropertyValue]

  /// Creates an expression.
  public init(_ function: Function, _ arguments: [PropertyValue]) {
    self.function = function
    self.arguments = arguments
  }

  /// The result, or `nil` while an argument is unknown or does not fit the function.
  public func evaluated() -> PropertyValue? {
    guard arguments.allSatisfy(\.isLiteral) else { return nil }
    switch function {
    case .concatenate:
      var text = ""
      for argument in arguments {
        guard let part = argument.scalarText else { return nil }
        text += part
      }
      return .string(text)
    case .join:
      guard arguments.count == 2, let separator = arguments[0].stringValue, let elements = arguments[1].arrayValue else { return nil }
      let parts = elements.compactMap(\.scalarText)
      guard parts.count == elements.count else { return nil }
      return .string(parts.joined(separator: separator))
    case .split:
      guard arguments.count == 2, let separator = arguments[0].stringValue, let text = arguments[1].stringValue, !separator.isEmpty else {
        return nil
      }
      return .array(text.components(separatedBy: separator).map(PropertyValue.string))
    case .select:
      guard arguments.count == 2, let index = arguments[0].integerValue, let elements = arguments[1].arrayValue,
        elements.indices.contains(index)
      else { return nil }
      return elements[index]
    case .base64:
      guard arguments.count == 1, let text = arguments[0].stringValue else { return nil }
      return .string(Data(text.utf8).base64EncodedString())
    case .json:
      guard arguments.count == 1 else { return nil }
      return .string(JSONWriter.plainText(of: arguments[0]))
    case .flatten:
      var elements: [PropertyValue] = []
      for argument in arguments {
        guard let part = argument.arrayValue else { return nil }
        elements += part
      }
      return .array(elements)
    case .lookup: return nil
    }
  }
}

extension PropertyValue {
  /// The text that a literal scalar has inside of an interpolated string.
  public var scalarText: String? {
    switch self {
    case .string(let text): text
    case .integer(let value): String(value)
    case .number(let value): JSONWriter.text(of: value)
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object, .reference, .expression, .secret: nil
    }
  }
}
