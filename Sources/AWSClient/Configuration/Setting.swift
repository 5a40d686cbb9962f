/// A value of a shared configuration file with its place.
struct Setting: Sendable, Hashable {
  var value: String
  var file: String
  var line: Int
  /// The settings indented below this one, as in a `services` section.
  var nested: [String: Setting] = [:]

  /// An error about this setting.
  func error(_ message: String) -> ConfigurationError { ConfigurationError(message, source: file, line: line) }
}
