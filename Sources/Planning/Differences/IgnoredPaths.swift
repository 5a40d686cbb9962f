import StrataModel

/// Puts what was last applied in the place of what the program says, at the paths whose differences are not acted on.
enum IgnoredPaths {
  static func applying(_ paths: [PropertyPath], to desired: PropertyObject, recorded: PropertyObject, shape: DocumentShape)
    -> PropertyObject
  {
    paths.reduce(desired) { result, path in
      OwnedUnit.setting(OwnedUnit.value(at: path, in: recorded, shape: shape), at: path, in: result, shape: shape)
    }
  }
}
