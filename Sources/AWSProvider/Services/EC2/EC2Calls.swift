import AWSClient
import StrataModel

extension ResourceCall {
  /// The input of a create operation, with the tags where EC2 wants them.
  func ec2Input(
    _ operation: String, tagging type: String? = nil, renaming: [String: String] = [:], omitting: Set<String> = []
  ) -> [String: AWSValue?] {
    var input = input("ec2", operation, renaming: renaming, omitting: omitting)
    if let type, let tags = tagList() { input["TagSpecifications"] = [["ResourceType": .string(type), "Tags": tags]] }
    return input
  }

  /// The one object that a Describe operation shows for an identifier; `nil` when there is none.
  func describe(_ operation: String, _ member: String, _ identifier: String, in results: String) async throws(AWSError) -> AWSValue? {
    do {
      return try await send("ec2", operation, [member: .strings([identifier])])[results]?.list?.first
    } catch {
      if ErrorMapping.isAbsence(error) { return nil }
      throw error
    }
  }

  /// The objects that a Describe operation shows for a filter.
  func describe(_ operation: String, where filter: String, _ value: String, in results: String) async throws(AWSError) -> [AWSValue] {
    try await send("ec2", operation, ["Filters": [.ec2Filter(filter, value)]])[results]?.list ?? []
  }

  /// Brings the tags of an EC2 object to the desired ones.
  func updateEC2Tags(of object: String? = nil) async throws {
    let resources = AWSValue.strings([object ?? identifier])
    try await updateTags { tags in
      try await send("ec2", "CreateTags", ["Resources": resources, "Tags": .tagList(tags)])
    } remove: { keys in
      try await send("ec2", "DeleteTags", ["Resources": resources, "Tags": .list(keys.map { ["Key": .string($0)] })])
    }
  }

  /// Refuses an answer that lists failures although its status is that of success.
  func refuseFailures(_ answer: AWSValue, of operation: String) throws(AWSError) {
    guard let error = answer["Unsuccessful"]?.list?.first?["Error"] else { return }
    throw AWSError(
      .refused, code: error["Code"]?.string ?? "", error["Message"]?.string ?? "EC2 refused.", service: "ec2", operation: operation)
  }
}

extension AWSValue {
  static func ec2Filter(_ name: String, _ value: String) -> AWSValue { ["Name": .string(name), "Values": .strings([value])] }
}

extension ListFilter {
  /// The filters of a Describe operation; `nil` where it cannot search for what is asked.
  func ec2Filters(_ names: [String: String]) -> AWSValue? {
    switch self {
    case .all: return nil
    case .tag(let key, let value): return [.ec2Filter("tag:\(key)", value)]
    case .properties(let properties):
      let filters = properties.fields.compactMap { field -> AWSValue? in
        guard let name = names[field.key], let text = AWSValue(field.value).scalarText else { return nil }
        return .ec2Filter(name, text)
      }
      return filters.isEmpty ? nil : .list(filters)
    }
  }
}
