import StrataModel

/// A place in a document that refers to an attribute of a resource.
struct ReferenceSite {
  /// The resource whose document it is.
  let consumer: Int

  /// The resource that is referred to; `nil` if the program does not declare it.
  let producer: Int?

  let reference: Reference
  let path: PropertyPath

  /// Whether the reference is the whole value, rather than part of an expression.
  let isWhole: Bool

  /// Whether the attribute is declared as the source of a secret, and so is never recorded.
  let isSecret: Bool
}

/// A place in a document that takes a secret.
struct SecretSite {
  let consumer: Int
  let source: SecretSource
  let path: PropertyPath
}
