/// A value of an AWS API: what the shapes of a service model can hold.
///
/// No case stands for an absent member: a structure simply has no field for it. Timestamps are seconds since 1970 with fractions; blobs are
/// the bytes themselves, whatever the wire makes of them.
public enum AWSValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case double(Double)
  case string(String)
  case blob([UInt8])
  /// Seconds since 1970.
  case timestamp(Double)
  case list([AWSValue])
  /// The members of a structure or union, or the entries of a map.
  case structure([String: AWSValue])
}

extension AWSValue {
  /// The text of a string, or `nil` for every other case.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The value of an integer, or `nil` for every other case.
  public var integer: Int? { if case .integer(let value) = self { value } else { nil } }

  /// The value of a Boolean, or `nil` for every other case.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements of a list, or `nil` for every other case.
  public var list: [AWSValue]? { if case .list(let elements) = self { elements } else { nil } }

  /// The members of a structure or the entries of a map, or `nil` for every other case.
  public var structure: [String: AWSValue]? { if case .structure(let members) = self { members } else { nil } }

  /// A member of a structure or an entry of a map.
  public subscript(_ key: String) -> AWSValue? { structure?[key] }
}

extension AWSValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(arrayLiteral elements: AWSValue...) { self = .list(elements) }
  public init(dictionaryLiteral elements: (String, AWSValue)...) {
    self = .structure(Dictionary(elements) { _, later in later })
  }
}
