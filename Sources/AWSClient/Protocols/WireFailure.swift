/// Why bytes are not the answer that the model describes.
struct WireFailure: Error, Hashable {
  /// What was expected or found.
  var message: String

  init(_ message: String) { self.message = message }
}
