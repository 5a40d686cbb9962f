extension PropertyValue {
  /// Whether a secret is part of the value, at any depth.
  public var holdsSecret: Bool {
    switch self {
    case .null, .bool, .integer, .number, .string, .reference: false
    case .secret: true
    case .array(let elements): elements.contains(where: \.holdsSecret)
    case .object(let object): object.fields.contains(where: \.value.holdsSecret)
    case .expression(let expression): expression.arguments.contains(where: \.holdsSecret)
    }
  }
}
