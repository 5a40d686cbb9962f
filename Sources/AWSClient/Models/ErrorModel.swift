/// An error that an operation's model names.
public struct ErrorModel: Sendable, Hashable {
  /// The name of its shape, for example `NoSuchEntityException`.
  public var name: String
  /// The code on the wire, for example `NoSuchEntity`.
  public var code: String
  /// The status of HTTP; 0 where the model does not tell.
  public var status: Int
}
