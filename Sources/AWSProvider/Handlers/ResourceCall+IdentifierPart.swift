import AWSClient

extension ResourceCall {
  /// A part of the identifier, counted from 0; empty text, which every service refuses, where the identifier has fewer parts.
  func identifierPart(_ index: Int) -> AWSValue {
    let parts = identifierParts
    return .string(index < parts.count ? parts[index] : "")
  }

  /// The text of a part of the identifier, counted from 0; empty where the identifier has fewer parts.
  func identifierText(_ index: Int) -> String { identifierPart(index).string ?? "" }
}
