/// How the allowed values of a property become static members in Swift.
///
/// The words of the value in lower camel case: `aws:kms` is `awsKms`, `HTTP_301` is `http301`, `x86_64` is `x86_64`,
/// `ECSServiceAverageCPUUtilization` is `ecsServiceAverageCpuUtilization`. A value that starts with a digit gets `_` before it. Names that Swift
/// or `Optional` would take for something else get the suffix `Value`: `NONE` is `noneValue`, because `.none` would mean "no value".
public enum EnumCaseName {
  private static let reserved: Set<String> = [
    "none", "some", "raw", "init", "self", "Type", "type", "Protocol", "propertyValue", "description", "hash", "unsafelyUnwrapped",
  ]

  /// The member for one value, disregarding its neighbours.
  public static func name(for value: String) -> String {
    var name = NameWords.lowerCamel(NameWords.split(value))
    if let sign = signPrefix(of: value) { name = name.isEmpty ? sign : sign + name }
    if name.isEmpty { name = value.isEmpty ? "empty" : "symbol" }
    if let first = name.utf8.first, NameWords.isDigit(first) { return "_" + name }
    return reserved.contains(name) ? name + "Value" : name
  }

  /// The members for all values of one list, in order.
  ///
  /// Of equal names the later ones get `2`, `3`, and so on.
  public static func names(for values: [String]) -> [String] {
    var taken: Set<String> = []
    return values.map { value in
      let base = name(for: value)
      var candidate = base
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = base + String(number)
        number += 1
      }
      return candidate
    }
  }

  /// A word for a value that is, or begins with, a sign that tells it from others.
  private static func signPrefix(of value: String) -> String? {
    switch value {
    case "*": return "wildcard"
    case "=", "==": return "equal"
    case "!=": return "notEqual"
    case "<": return "lessThan"
    case "<=": return "lessThanOrEqual"
    case ">": return "greaterThan"
    case ">=": return "greaterThanOrEqual"
    case "+": return "plus"
    case "-": return "minus"
    case "/": return "slash"
    case ".": return "dot"
    case ",": return "comma"
    case ";": return "semicolon"
    case "|": return "pipe"
    case " ": return "space"
    default: break
    }
    let bytes = Array(value.utf8.prefix(2))
    return bytes.count == 2 && bytes[0] == UInt8(ascii: "-") && NameWords.isDigit(bytes[1]) ? "minus" : nil
  }
}
