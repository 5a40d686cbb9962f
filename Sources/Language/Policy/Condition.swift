import StrataModel

/// A condition of a policy statement; all conditions of a statement must hold, and one of the values of each.
///
/// Every condition has a form for keys that a request may lack: `.equals("aws:PrincipalTag/team", "a").ifPresent`, and set forms
/// ``forAllValues`` and ``forAnyValue``. Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
public struct Condition: Sendable, Hashable {
  private var qualifier = ""
  private let name: String
  private var suffix = ""
  private let key: String
  private let values: [PropertyValue]

  private init(_ name: String, _ key: String, _ values: [PropertyValue]) {
    self.name = name
    self.key = key
    self.values = values
  }

  /// A condition with an operator by its name in the policy language.
  public static func custom(_ name: String, _ key: String, _ values: any Input<String>...) -> Condition {
    Condition(name, key, Statement.values(of: values))
  }

  /// The condition also holds for a request that lacks the key.
  public var ifPresent: Condition {
    var copy = self
    copy.suffix = "IfExists"
    return copy
  }

  /// Every value of the request's key must fit, for keys with several values.
  public var forAllValues: Condition {
    var copy = self
    copy.qualifier = "ForAllValues:"
    return copy
  }

  /// At least one value of the request's key must fit, for keys with several values.
  public var forAnyValue: Condition {
    var copy = self
    copy.qualifier = "ForAnyValue:"
    return copy
  }

  private var operatorName: String { qualifier + name + suffix }

  /// The `Condition` element: conditions with one operator and key become one with all their values.
  static func propertyValue(of conditions: [Condition]) -> PropertyValue {
    var operators = PropertyObject()
    for condition in conditions {
      var keys = operators[condition.operatorName]?.objectValue ?? PropertyObject()
      let earlier = keys[condition.key].map { $0.arrayValue ?? [$0] } ?? []
      keys[condition.key] = PropertyFields.checked(Statement.oneOrMany(earlier + condition.values), key: condition.key)
      operators[condition.operatorName] = .object(keys)
    }
    return .object(operators)
  }
}

extension Condition {
  /// The key is there and true.
  public static func isTrue(_ key: String) -> Condition { Condition("Bool", key, ["true"]) }

  /// The key is there and false.
  public static func isFalse(_ key: String) -> Condition { Condition("Bool", key, ["false"]) }

  /// The key is true or missing.
  public static func isTrueIfPresent(_ key: String) -> Condition { isTrue(key).ifPresent }

  /// The key is false or missing.
  public static func isFalseIfPresent(_ key: String) -> Condition { isFalse(key).ifPresent }

  /// The request lacks the key.
  public static func isMissing(_ key: String) -> Condition { Condition("Null", key, ["true"]) }

  /// The request has the key.
  public static func isPresent(_ key: String) -> Condition { Condition("Null", key, ["false"]) }
}

extension Condition {
  /// The key has one of these values.
  public static func equals(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("StringEquals", key, Statement.values(of: values))
  }

  /// The key has none of these values.
  public static func notEquals(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("StringNotEquals", key, Statement.values(of: values))
  }

  /// The key has none of these values.
  public static func notEquals(_ key: String, _ values: [any Input<String>]) -> Condition {
    Condition("StringNotEquals", key, Statement.values(of: values))
  }

  /// The key has one of these values, whatever their case.
  public static func equalsIgnoringCase(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("StringEqualsIgnoreCase", key, Statement.values(of: values))
  }

  /// The key matches one of these patterns with `*` and `?`.
  public static func like(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("StringLike", key, Statement.values(of: values))
  }

  /// The key matches none of these patterns.
  public static func notLike(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("StringNotLike", key, Statement.values(of: values))
  }

  /// The key is one of these ARNs.
  public static func arnEquals(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("ArnEquals", key, Statement.values(of: values))
  }

  /// The key matches one of these ARN patterns.
  public static func arnLike(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("ArnLike", key, Statement.values(of: values))
  }

  /// The key is none of these ARNs.
  public static func arnNotEquals(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("ArnNotEquals", key, Statement.values(of: values))
  }

  /// The key matches none of these ARN patterns.
  public static func arnNotLike(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("ArnNotLike", key, Statement.values(of: values))
  }

  /// The key lies in one of these address blocks.
  public static func ipAddress(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("IpAddress", key, Statement.values(of: values))
  }

  /// The key lies in none of these address blocks.
  public static func notIpAddress(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("NotIpAddress", key, Statement.values(of: values))
  }

  /// The key is later than this ISO 8601 date.
  public static func dateGreaterThan(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("DateGreaterThan", key, Statement.values(of: values))
  }

  /// The key is earlier than this ISO 8601 date.
  public static func dateLessThan(_ key: String, _ values: any Input<String>...) -> Condition {
    Condition("DateLessThan", key, Statement.values(of: values))
  }
}

extension Condition {
  /// The key is this number.
  public static func numericEquals(_ key: String, _ value: any Number) -> Condition {
    Condition("NumericEquals", key, [text(of: value)])
  }

  /// The key is less than this number.
  public static func numericLessThan(_ key: String, _ value: any Number) -> Condition {
    Condition("NumericLessThan", key, [text(of: value)])
  }

  /// The key is at most this number.
  public static func numericLessThanEquals(_ key: String, _ value: any Number) -> Condition {
    Condition("NumericLessThanEquals", key, [text(of: value)])
  }

  /// The key is greater than this number.
  public static func numericGreaterThan(_ key: String, _ value: any Number) -> Condition {
    Condition("NumericGreaterThan", key, [text(of: value)])
  }

  /// The key is at least this number.
  public static func numericGreaterThanEquals(_ key: String, _ value: any Number) -> Condition {
    Condition("NumericGreaterThanEquals", key, [text(of: value)])
  }

  /// The policy language writes numbers as texts.
  private static func text(of number: any Number) -> PropertyValue {
    Expression(.concatenate, [number.propertyValue]).simplified
  }
}
