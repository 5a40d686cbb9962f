import ServiceModelData

/// A member of a structure, or the element of a list, or the key or value of a map.
///
/// Its traits are its own laid over those of its shape.
public struct MemberModel: Sendable, Hashable {
  /// Where in a message a member goes.
  public enum Location: UInt32, Sendable, Hashable, CaseIterable {
    case body
    /// A label of the path.
    case uri
    case queryString
    case header
    /// Headers that begin with the member's wire name; the member is a map.
    case prefixHeaders
    /// The status of the answer.
    case statusCode
    /// The whole body.
    case payload
  }

  /// How a timestamp is written; where a member has none, the place decides.
  public enum TimestampFormat: UInt32, Sendable, Hashable, CaseIterable {
    /// `2015-01-25T08:00:00Z`.
    case iso8601 = 1
    /// Seconds since 1970.
    case unixTimestamp
    /// `Sun, 25 Jan 2015 08:00:00 GMT`.
    case httpDate
  }

  let node: UInt32

  init(node: UInt32) { self.node = node }

  /// Nil for the mark of an absent member.
  init?(word: UInt32) {
    guard word != service_model_none else { return nil }
    node = word
  }

  private var bits: UInt32 { service_model_word(node + 4) }
  var nameText: ModelText { ModelText(offset: service_model_word(node)) }
  var wireText: ModelText { ModelText(offset: service_model_word(node + 1)) }
  var inputText: ModelText { ModelText(offset: service_model_word(node + 2)) }

  /// The name in values, for example `VpcId`.
  public var name: String { nameText.string }

  /// The name in answers, for example `vpcId`: of a key or element, of a header, of a label.
  public var wireName: String { wireText.string }

  /// The name in requests; it differs from ``wireName`` only in the EC2 protocol and for some flattened lists.
  public var inputName: String { inputText.string }

  public var shape: ShapeModel { ShapeModel(node: service_model_word(node + 3)) }
  public var location: Location { Location(rawValue: bits & 15) ?? .body }
  public var timestampFormat: TimestampFormat? { TimestampFormat(rawValue: bits >> 4 & 3) }
  public var isRequired: Bool { bits >> 6 & 1 != 0 }

  /// Whether the elements of a list or the entries of a map stand among the structure's own elements.
  public var isFlattened: Bool { bits >> 7 & 1 != 0 }

  public var isXMLAttribute: Bool { bits >> 8 & 1 != 0 }
  public var isStreaming: Bool { bits >> 9 & 1 != 0 }

  /// Whether the member is a label of the host's prefix.
  public var isHostLabel: Bool { bits >> 10 & 1 != 0 }

  public var isIdempotencyToken: Bool { bits >> 11 & 1 != 0 }

  /// Whether the value must not be shown.
  public var isSensitive: Bool { bits >> 12 & 1 != 0 }

  public var isEventPayload: Bool { bits >> 13 & 1 != 0 }
  public var isEventHeader: Bool { bits >> 14 & 1 != 0 }

  /// Whether the text is JSON, given and read as a value.
  public var isJSONValue: Bool { bits >> 15 & 1 != 0 }

  /// The namespace of the member's element.
  public var xmlNamespace: (uri: String, prefix: String?)? {
    guard bits >> 16 & 1 != 0 else { return nil }
    return (ModelText(offset: service_model_word(node + 5)).string, ModelText(word: service_model_word(node + 6))?.string)
  }
}
