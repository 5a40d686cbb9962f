/// Where a stack or component keeps what its modifiers said; the macros give each one a stored property of this type.
///
/// A reference, so that `.protected()` can return the very component that it was called on and `lazy var web = EncryptedBucket("web").protected()`
/// keeps its type.
public final class Modifiers {
  /// What was said, once something has been.
  var values: LifecycleModifiers?

  /// The scope that the stack or component was opened in, once it has been.
  var scope: DeclarationScope?

  /// Whether the declaration of the contents has begun and not ended.
  var isOpen = false

  /// Creates modifiers that say nothing.
  public init() {}
}
