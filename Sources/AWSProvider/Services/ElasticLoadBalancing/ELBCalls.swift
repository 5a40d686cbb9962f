import AWSClient
import StrataModel

extension ResourceCall {
  /// The one object that an operation of Elastic Load Balancing describes; `nil` when there is none.
  func describeELB(_ operation: String, _ member: String, in results: String) async throws(AWSError) -> AWSValue? {
    do {
      return try await send("elbv2", operation, [member: .strings([identifier])])[results]?.list?.first
    } catch {
      if ErrorMapping.isAbsence(error) { return nil }
      throw error
    }
  }

  /// The tags of an object as a document has them.
  func elbTags() async throws(AWSError) -> PropertyValue? {
    let answer = try await send("elbv2", "DescribeTags", ["ResourceArns": .strings([identifier])])
    return document(answer["TagDescriptions"]?.list?.first)["Tags"]
  }

  func updateELBTags() async throws {
    let resources = AWSValue.strings([identifier])
    try await updateTags { tags in
      try await send("elbv2", "AddTags", ["ResourceArns": resources, "Tags": .tagList(tags)])
    } remove: { keys in
      try await send("elbv2", "RemoveTags", ["ResourceArns": resources, "TagKeys": .strings(keys)])
    }
  }

  /// The attributes of a declaration: keys and values.
  func elbAttributes(_ property: String) -> AWSValue? {
    guard let attributes = properties[property]?.arrayValue, !attributes.isEmpty else { return nil }
    return .list(attributes.map { ["Key": text($0["Key"]), "Value": text($0["Value"])] })
  }

  /// The attributes of an answer, ascending by key; those without a value are left out.
  func elbAttributes(_ answer: AWSValue) -> PropertyValue {
    let pairs = (answer["Attributes"]?.list ?? []).compactMap { attribute -> (key: String, value: String)? in
      guard let key = attribute["Key"]?.string, let value = attribute["Value"]?.string, !value.isEmpty else { return nil }
      return (key, value)
    }
    return .array(pairs.sorted { $0.key < $1.key }.map { .object(["Key": .string($0.key), "Value": .string($0.value)]) })
  }

  /// The desired attributes, and for each that is no longer declared the value of a fresh object where it is known.
  func elbAttributeChanges(_ property: String, defaults: [String: String]) -> AWSValue? {
    let wanted = properties[property]?.arrayValue ?? []
    let keys = Set(wanted.compactMap { $0["Key"]?.stringValue })
    let dropped = (previous[property]?.arrayValue ?? []).compactMap { $0["Key"]?.stringValue }.filter { !keys.contains($0) }
    let resets = dropped.compactMap { key in defaults[key].map { AWSValue.structure(["Key": .string(key), "Value": .string($0)]) } }
    let all = (elbAttributes(property)?.list ?? []) + resets
    return all.isEmpty ? nil : .list(all)
  }

  private func text(_ value: PropertyValue?) -> AWSValue { .string(value.flatMap { AWSValue($0).scalarText } ?? "") }
}

extension String {
  /// What follows a mark in an ARN.
  func after(_ mark: String) -> String? {
    guard let range = firstRange(of: mark) else { return nil }
    return String(self[range.upperBound...])
  }
}
