/// Why a value is not the input that the model describes.
struct InputFailure: Error, Hashable {
  /// What is wrong, with the path of the value.
  var message: String

  init(_ message: String) { self.message = message }
}
