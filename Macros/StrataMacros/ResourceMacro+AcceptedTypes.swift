import TypeProvider

/// Which written types fit a property.
///
/// The generated parameter's own type, and every narrower one that it takes: `Int` or `Value<Int>` for `any Input<Int>`, `EC2.VPC` for
/// `any Reference<EC2.VPC>`. Leaving out the `?` of an optional property makes it required; adding one to a required property does not fit.
struct AcceptedTypes {
  private let parameter: Parameter
  private let surface: ResourceSurface

  init(_ parameter: Parameter, surface: ResourceSurface) {
    self.parameter = parameter
    self.surface = surface
  }

  /// Whether a type fits, in any spelling.
  func accept(_ written: String) -> Bool {
    var text = Self.normalized(written)
    if text.hasSuffix("?") {
      guard !parameter.isRequired else { return false }
      text = Self.withoutParentheses(String(text.dropLast()))
    }
    return spellings(of: parameter.type).contains(text)
  }

  private func spellings(of type: ValueType) -> Set<String> {
    switch type {
    case .string: ["any Input<String>", "String", "Value<String>"]
    case .integer: ["any Input<Int>", "Int", "Value<Int>"]
    case .number: ["any Number", "Int", "Double", "Value<Int>", "Value<Double>"]
    case .boolean: ["any Input<Bool>", "Bool", "Value<Bool>"]
    case .secret: ["any SecretInput", "Secret", "String", "Value<String>"]
    case .document: ["Document"]
    case .tags: ["Tags"]
    case .reference(let target): Set(names(of: target).flatMap { ["any Reference<\($0)>", $0, "Ref<\($0)>"] })
    case .choice(let name), .shape(let name): [name, "\(surface.swiftName).\(name)"]
    case .list(let element): Set(spellings(of: element).map { "[\($0)]" })
    case .map(let element): Set(spellings(of: element).map { "[String: \($0)]" })
    }
  }

  private func names(of target: ReferenceTarget) -> [String] {
    let services = [target.service] + ServiceNames.aliases.filter { $0.service == target.service }.map(\.alias)
    return services.map { "\($0).\(target.resource)" }
  }

  private static func normalized(_ type: String) -> String {
    var text = type.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for module in ["StrataLanguage.", "StrataAWS.", "Strata.", "Swift."] { text.replace(module, with: "") }
    return withoutParentheses(text)
  }

  private static func withoutParentheses(_ text: String) -> String {
    guard text.hasPrefix("("), text.hasSuffix(")") else { return text }
    return withoutParentheses(String(text.dropFirst().dropLast()))
  }
}
