extension Array: Infrastructure where Element: Infrastructure {
  public func declare(in context: DeclarationContext) {
    for member in self { member.declare(in: context) }
  }
}

extension Optional: Infrastructure where Wrapped: Infrastructure {
  public func declare(in context: DeclarationContext) { self?.declare(in: context) }
}

extension Dictionary: Infrastructure where Key: Comparable, Value: Infrastructure {
  /// Declares the values in ascending order of their keys.
  public func declare(in context: DeclarationContext) {
    for (_, member) in sorted(by: { $0.key < $1.key }) { member.declare(in: context) }
  }
}
