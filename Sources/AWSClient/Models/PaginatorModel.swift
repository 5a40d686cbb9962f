import ServiceModelData

/// How an answer is read in pages.
///
/// Tokens and results are JMESPath expressions, nearly always the name of a member or a path of names with dots between.
public struct PaginatorModel: Sendable, Hashable {
  let node: UInt32

  private func texts(_ field: UInt32) -> [String] {
    let list = service_model_word(node + field)
    return (0..<service_model_word(list)).map { ModelText(offset: service_model_word(list + 1 + $0)).string }
  }

  /// The members of the input that tell where to go on.
  public var inputTokens: [String] { texts(0) }

  /// Where in the output their next values are, one for each of ``inputTokens``.
  public var outputTokens: [String] { texts(1) }

  /// Where in the output the results are; the first is what people page for.
  public var resultKeys: [String] { texts(2) }

  /// The member of the input that limits the size of a page.
  public var limitKey: String? { ModelText(word: service_model_word(node + 3))?.string }

  /// The Boolean of the output that says whether there is more, where a token alone does not.
  public var moreResults: String? { ModelText(word: service_model_word(node + 4))?.string }
}
