import ServiceModelData

/// A shape: what values of a member look like.
///
/// Shapes refer to each other in circles; follow a reference only as far as there are values. Equal shapes are one value, whatever the
/// models call them.
public struct ShapeModel: Sendable, Hashable {
  /// The kinds of shapes.
  public enum Kind: UInt32, Sendable, Hashable, CaseIterable {
    case structure, list, map, string, integer, long, float, double, boolean, blob, timestamp
    /// Any JSON.
    case document
  }

  let node: UInt32

  private var word: UInt32 { service_model_word(node) }

  public var kind: Kind { Kind(rawValue: word & 0xff) ?? .document }

  /// Whether exactly one member of the structure is there.
  public var isUnion: Bool { word & 0x100 != 0 }

  /// Whether the structure is a stream of events, which cannot be read as a value.
  public var isEventStream: Bool { word & 0x200 != 0 }

  // MARK: Structures

  var memberCount: UInt32 { kind == .structure ? service_model_word(node + 1) : 0 }

  func member(at index: UInt32) -> MemberModel { MemberModel(node: service_model_word(node + 3 + index)) }

  /// The members of a structure in the model's order; empty for every other kind.
  public var members: [MemberModel] { (0..<memberCount).map { member(at: $0) } }

  /// A member of a structure by its name.
  public func member(_ name: String) -> MemberModel? {
    for index in 0..<memberCount {
      let member = member(at: index)
      if member.nameText == name { return member }
    }
    return nil
  }

  /// A member of a structure's body by its name in answers.
  func member(wireName: UnsafeBufferPointer<UInt8>) -> MemberModel? {
    guard kind == .structure else { return nil }
    return MemberModel(word: service_model_find_member(service_model_word(node + 2), wireName.baseAddress, wireName.count))
  }

  /// The member that is the whole body.
  var payload: MemberModel? {
    for index in 0..<memberCount where member(at: index).location == .payload { return member(at: index) }
    return nil
  }

  // MARK: Lists and maps

  /// What the elements of a list are.
  public var element: MemberModel? { kind == .list ? MemberModel(node: service_model_word(node + 1)) : nil }

  /// What the keys of a map are: strings.
  public var key: MemberModel? { kind == .map ? MemberModel(node: service_model_word(node + 1)) : nil }

  /// What the values of a map are.
  public var value: MemberModel? { kind == .map ? MemberModel(node: service_model_word(node + 2)) : nil }
}
