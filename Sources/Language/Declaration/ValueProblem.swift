import StrataModel

/// Something wrong with a value that shows only once the value is used.
struct ValueProblem {
  private let reference: StrataModel.Reference

  init(_ reference: StrataModel.Reference) { self.reference = reference }

  /// The diagnostic for a property of a resource.
  func diagnostic(property: String, of declaration: ResourceDeclaration, at address: ResourceAddress) -> Diagnostic {
    diagnostic(
      what: "\(property) of \(declaration.type)", at: declaration.source, address: address, path: PropertyPath(property))
  }

  /// The diagnostic for an output.
  func diagnostic(output key: String, at source: SourceLocation) -> Diagnostic {
    diagnostic(what: "output '\(key)'", at: source, address: nil, path: nil)
  }

  private func diagnostic(what: String, at source: SourceLocation, address: ResourceAddress?, path: PropertyPath?) -> Diagnostic {
    switch ProvisionalAddress.problem(of: reference) {
    case .mangledText(let text):
      Diagnostic(
        .error, code: "mangled-reference",
        "The text for \(what) was changed after a reference had been interpolated into it: '\(InterpolationToken.readable(text))'.",
        remedy: "Interpolate last, or use split, select and joined, which wait until the value is known.", at: source, address: address,
        path: path)
    case .mangledKey(let key):
      Diagnostic(
        .error, code: "reference-in-key",
        "A key of \(what) holds a reference: '\(InterpolationToken.readable(key))'; keys must be known while the program runs.",
        remedy: "Use a text that the program knows as the key.", at: source, address: address, path: path)
    case .invalidValue(let message):
      Diagnostic(.error, code: "invalid-value", "\(what): \(message)", at: source, address: address, path: path)
    case nil:
      Diagnostic.deadReference(to: ProvisionalAddress.readableName(of: reference), at: source, address: address, path: path)
    }
  }
}
