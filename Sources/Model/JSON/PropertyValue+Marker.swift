extension PropertyValue {
  /// The value that a marker object of ``JSONWriter`` stands for, or `nil` for a malformed one.
  init?(marker key: String, _ content: PropertyValue) {
    guard let parts = content.arrayValue else { return nil }
    switch key {
    case "$ref":
      guard parts.count == 2, let address = parts[0].stringValue, let attribute = parts[1].stringValue else { return nil }
      self = .reference(Reference(ResourceAddress(address), attribute))
    case "$fn":
      guard let name = parts.first?.stringValue, let function = Expression.Function(rawValue: name) else { return nil }
      self = .expression(Expression(function, Array(parts.dropFirst())))
    case "$secret":
      guard let name = parts.first?.stringValue, let kind = SecretSource.Kind(rawValue: name) else { return nil }
      if kind == .attribute {
        guard parts.count == 3, let address = parts[1].stringValue, let attribute = parts[2].stringValue else { return nil }
        self = .secret(SecretSource(attribute: Reference(ResourceAddress(address), attribute)))
      } else {
        guard parts.count == 2, let source = parts[1].stringValue else { return nil }
        self = .secret(SecretSource(kind, source))
      }
    default: return nil
    }
  }
}
