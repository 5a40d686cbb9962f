/// What an operation changed, for whoever makes it durable.
enum CloudLogEntry: Sendable {
  /// An object stands anew under its number.
  case put(Int)
  case remove(Int)
  case token(CloudStore.ObjectKey)
  case sequence(CloudStore.ObjectKey)
  case setting(CloudStore.ObjectKey)
}
