extension DocumentCheck {
  /// Checks tags (AWS General Reference, "Tag naming limits"): keys of 1 to 128 characters, values to 256, no `aws:`, no key twice.
  mutating func checkTags(_ fields: [LiteralValue.Field], of type: TypeSchema) {
    guard type.isTaggable, let property = type.tagProperty, let field = fields.first(where: { property == $0.key }) else { return }
    path.append(.key(field.key))
    defer { path.removeLast() }
    switch field.value {
    case .object(let tags):
      for tag in tags {
        path.append(.key(tag.key))
        checkTagKey(tag.key)
        checkTagValue(tag.value)
        path.removeLast()
      }
    case .array(let tags): checkTagList(tags, type)
    case .null, .bool, .integer, .number, .string, .unknown: break
    }
  }

  private mutating func checkTagList(_ tags: [LiteralValue], _ type: TypeSchema) {
    guard case .list(let keyName, let valueName) = type.tagForm else { return }
    var seen: [String: Int] = [:]
    for (index, tag) in tags.enumerated() {
      guard case .object(let parts) = tag else { continue }
      path.append(.index(index))
      for part in parts {
        if part.key == keyName, case .string(let key) = part.value {
          path.append(.key(keyName))
          checkTagKey(key)
          if let first = seen.updateValue(index, forKey: key) {
            report(.invalidTag, "tag '\(ValueText.shortened(key))' is already given by element \(first)")
          }
          path.removeLast()
        } else if part.key == valueName {
          path.append(.key(valueName))
          checkTagValue(part.value)
          path.removeLast()
        }
      }
      path.removeLast()
    }
  }

  private mutating func checkTagKey(_ key: String) {
    if key.hasPrefix("aws:") {
      report(.invalidTag, "tag '\(ValueText.shortened(key))' must not begin with aws:, which is AWS's own")
    } else if key.isEmpty || (key.utf8.count > 128 && key.unicodeScalars.count > 128) {
      report(.invalidTag, "a tag's key must have 1...128 characters, not \(key.unicodeScalars.count)")
    }
  }

  private mutating func checkTagValue(_ view: LiteralValue) {
    guard case .string(let value) = view, value.utf8.count > 256, value.unicodeScalars.count > 256 else { return }
    report(.invalidTag, "a tag's value must have at most 256 characters, not \(value.unicodeScalars.count)")
  }
}
