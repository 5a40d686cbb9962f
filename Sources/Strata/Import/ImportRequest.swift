import StrataModel

/// One existing object that is to be taken over.
struct ImportRequest: Sendable, Hashable {
  var address: ResourceAddress
  /// The CloudFormation primary identifier, its parts joined by `|`.
  var identifier: String
  /// The CloudFormation type, where the program does not declare the address.
  var type: String?
  /// The region's code, where the program does not declare the address and the object is not in the environment's region.
  var region: String?
  /// Where the request was read, for messages; `nil` for the command line.
  var origin: String?

  /// An error about the request.
  func error(_ code: String, _ message: String, remedy: String? = nil, at source: SourceLocation? = nil) -> Diagnostic {
    Diagnostic(
      .error, code: code, origin.map { "\($0): \(message)" } ?? message, remedy: remedy, at: source, address: address)
  }
}
