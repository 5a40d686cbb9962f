/// Why a patch is none, or cannot be applied to what stands there.
struct PatchFailure: Error, Sendable, Hashable {
  /// What Cloud Control says: `[REPLACE Operation] noSuchPath in source, path provided : /Code`.
  var message: String
}
