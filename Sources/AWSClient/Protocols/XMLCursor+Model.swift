extension XMLCursor {
  /// The members of the open element as a structure's body, up to the element's end; elements that the model does not know are passed over.
  mutating func readMembers(_ shape: ShapeModel) throws(WireFailure) -> [String: AWSValue] {
    var fields: [String: AWSValue] = [:]
    for attribute in attributes {
      let name = text(attribute.name)
      for member in shape.members where member.isXMLAttribute && member.wireName == name {
        fields[member.name] = try ScalarText.value(attribute.value, member)
      }
    }
    // Flattened lists and maps are gathered first: their elements stand among the others.
    var lists: [MemberModel: [AWSValue]] = [:]
    var maps: [MemberModel: [String: AWSValue]] = [:]
    while try nextChild() {
      guard let member = withName({ shape.member(wireName: $0) }) else {
        try skip()
        continue
      }
      let own = member.shape
      if member.isFlattened, own.kind == .list, let element = own.element {
        if let value = try readValue(element) { lists[member, default: []].append(value) }
      } else if member.isFlattened, own.kind == .map {
        if let (key, value) = try readEntry(own) { maps[member, default: [:]][key] = value }
      } else if let value = try readValue(member) {
        fields[member.name] = value
      }
    }
    for (member, elements) in lists { fields[member.name] = .list(elements) }
    for (member, entries) in maps { fields[member.name] = .structure(entries) }
    return fields
  }

  /// The value of the open element up to its end; nil for an empty element of what is no text.
  mutating func readValue(_ member: MemberModel) throws(WireFailure) -> AWSValue? {
    let shape = member.shape
    switch shape.kind {
    case .structure: return .structure(try readMembers(shape))
    case .list:
      guard let element = shape.element else { return nil }
      var elements: [AWSValue] = []
      while try nextChild() { if let value = try readValue(element) { elements.append(value) } }
      return .list(elements)
    case .map:
      var entries: [String: AWSValue] = [:]
      while try nextChild() { if let (key, value) = try readEntry(shape) { entries[key] = value } }
      return .structure(entries)
    default: return try ScalarText.value(try readText(), member)
    }
  }

  private mutating func readEntry(_ shape: ShapeModel) throws(WireFailure) -> (String, AWSValue)? {
    guard let key = shape.key, let element = shape.value else { return nil }
    var name: String?
    var value: AWSValue?
    while try nextChild() {
      let child = self.name
      if child == key.wireName {
        name = try readText()
      } else if child == element.wireName {
        value = try readValue(element)
      } else {
        try skip()
      }
    }
    guard let name else { return nil }
    return (name, value ?? .null)
  }
}
