import ServiceModelData

/// An operation: its place in HTTP, and the shapes of what goes in and comes out.
public struct OperationModel: Sendable, Hashable {
  let row: UInt32

  private func text(_ field: UInt32) -> String? { ModelText(word: service_model_word(row + field))?.string }
  private var flags: UInt32 { service_model_word(row + 7) }

  public var name: String { text(0) ?? "" }

  /// The method of HTTP.
  public var method: String { text(1) ?? "POST" }

  /// The path with labels in braces, and query parameters that are always there, for example `/{Bucket}/{Key+}?tagging`.
  public var uriTemplate: String { text(2) ?? "/" }

  /// The structure that goes in; nil if nothing does.
  public var input: ShapeModel? { inputRoot?.shape }

  /// The structure that comes out; nil if nothing does.
  public var output: ShapeModel? { outputRoot?.shape }

  /// The input as if it were a member: the name and namespace of a document's root.
  var inputRoot: MemberModel? { MemberModel(word: service_model_word(row + 3)) }
  var outputRoot: MemberModel? { MemberModel(word: service_model_word(row + 4)) }

  /// The errors that the model names.
  public var errors: [ErrorModel] {
    let list = service_model_word(row + 5)
    return (0..<service_model_word(list)).map { index in
      let entry = list + 1 + 3 * index
      return ErrorModel(
        name: ModelText(offset: service_model_word(entry)).string, code: ModelText(offset: service_model_word(entry + 1)).string,
        status: Int(service_model_word(entry + 2)))
    }
  }

  /// The element around an answer's members, in the query protocol.
  public var resultWrapper: String? { text(6) }

  /// Whether it changes nothing, so that it may be sent again.
  ///
  /// True if the model says so, if the method is `GET` or `HEAD` in a REST protocol (RFC 9110, section 9.2.1), if the name begins with one
  /// of the verbs BatchGet, Check, Describe, Estimate, Get, Head, List, Lookup, Preview, Query, Scan, Search, Select, Simulate, TransactGet,
  /// Validate and View, and for calls of KMS and STS that only compute or hand out credentials.
  public var isReadOnly: Bool { flags & 1 != 0 }

  /// Whether it goes without a signature.
  public var isUnsigned: Bool { flags & 2 != 0 }

  /// Whether the service wants a checksum of the body.
  public var requiresChecksum: Bool { flags & 4 != 0 }

  /// Whether the root of the answer is the output's only member (`aws.customizations#s3UnwrappedXmlOutput`).
  var hasUnwrappedOutput: Bool { flags & 8 != 0 }

  /// Whether the signature leaves the body out.
  public var hasUnsignedPayload: Bool { flags & 16 != 0 }

  /// Whether `x-amz-checksum-*` headers are understood (`aws.protocols#httpChecksum`).
  public var acceptsChecksums: Bool { flags & 32 != 0 }

  /// Whether it leaves the same however often it is sent: it writes whole values of an object that exists.
  ///
  /// Judged by hand in `Scripts/service_models/completions.py`, for the calls by which handlers complete what they have made.
  public var isSetting: Bool { flags & 64 != 0 }

  /// The member that makes a repeated request the same request.
  public var idempotencyTokenMember: String? { text(8) }

  /// What stands before the host, with labels in braces, for example `{AccountId}.`.
  public var hostPrefix: String? { text(9) }

  /// How a long answer is read in pages, if it is.
  public var paginator: PaginatorModel? {
    let word = service_model_word(row + 10)
    return word == service_model_none ? nil : PaginatorModel(node: word)
  }

  /// The member that names the algorithm of the body's checksum.
  public var checksumAlgorithmMember: String? { text(11) }
}
