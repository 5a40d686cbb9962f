import StrataDeployment
import StrataModel

/// The activation of tags for billing.
///
/// Source: Cost Explorer API reference, UpdateCostAllocationTagsStatus and ListCostAllocationTags: only a tag that billing has seen can be activated,
/// and the answer names those that failed.
enum CostTagOperations {
  static let operations: Set<String> = [
    "ce:UpdateCostAllocationTagsStatus",
    "ce:ListCostAllocationTags",
  ]

  static func answer(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    switch input.request.name {
    case "ce:UpdateCostAllocationTagsStatus": return try update(input, &store)
    case "ce:ListCostAllocationTags": return try list(input, &store)
    default: throw ServiceTable.unknown(input.request)
    }
  }

  private static let kind = "ce:cost-allocation-tag"

  private static func update(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow("CostAllocationTagsStatus")
    let used = tagKeys(of: input.placement.account, store)
    var errors: [PropertyValue] = []
    for entry in try input.list("CostAllocationTagsStatus") {
      guard let key = entry["TagKey"]?.stringValue, let status = entry["Status"]?.stringValue, ["Active", "Inactive"].contains(status)
      else {
        throw input.invalid("'CostAllocationTagsStatus' holds a TagKey and a Status, Active or Inactive")
      }
      guard used.contains(key) || store.settings[input.key(kind, key, isGlobal: true)] != nil else {
        errors.append(["Code": "TagKeysNotFoundException", "Message": "Tag keys not found: \(key)".property, "TagKey": .string(key)])
        continue
      }
      store.set(input.key(kind, key, isGlobal: true), ["Status": .string(status)])
    }
    return ["Errors": .array(errors)]
  }

  private static func list(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow("Status", "TagKeys", "Type", "MaxResults", "NextToken")
    let wanted = input.request.input["TagKeys"] == nil ? nil : Set(try input.list("TagKeys").compactMap(\.stringValue))
    let status = try input.optionalText("Status")
    let active = Dictionary(
      uniqueKeysWithValues: store.settings(of: kind, in: CloudScope(input.placement, isGlobal: true)).map { ($0.name, $0.value["Status"]) })
    let known = tagKeys(of: input.placement.account, store).union(active.keys).sorted()
    let tags = known.compactMap { key -> PropertyValue? in
      let present = (active[key] ?? nil)?.stringValue ?? "Inactive"
      guard wanted?.contains(key) ?? true, status.map({ $0 == present }) ?? true else { return nil }
      return ["Status": .string(present), "TagKey": .string(key), "Type": "UserDefined"]
    }
    return ["CostAllocationTags": .array(tags)]
  }

  /// The keys of all tags in the account and in those of its organization: bills come together.
  private static func tagKeys(of account: String, _ store: CloudStore) -> Set<String> {
    var keys: Set<String> = []
    for object in store.objects.values {
      guard let property = ProfileCache.known(object.type)?.tagProperty else { continue }
      switch object.inputs[property] {
      case .object(let map)?: keys.formUnion(map.keys)
      case .array(let elements)?: keys.formUnion(elements.compactMap { ($0["Key"] ?? $0["TagKey"])?.stringValue })
      default: continue
      }
    }
    return keys
  }
}

extension String {
  fileprivate var property: PropertyValue { .string(self) }
}
