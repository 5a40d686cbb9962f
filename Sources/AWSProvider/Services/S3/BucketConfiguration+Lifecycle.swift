import StrataModel

extension BucketConfiguration {
  /// Rules that move and expire objects.
  static let lifecycle = BucketConfiguration(
    property: "LifecycleConfiguration", get: "GetBucketLifecycleConfiguration", put: "PutBucketLifecycleConfiguration",
    removal: .operation("DeleteBucketLifecycle"), absent: ["NoSuchLifecycleConfiguration"],
    encode: { value in
      let rules = (value["Rules"]?.arrayValue ?? []).map { LifecycleRule.encode($0) }
      var input: PropertyObject = ["LifecycleConfiguration": ["Rules": .array(rules)]]
      input["TransitionDefaultMinimumObjectSize"] = value["TransitionDefaultMinimumObjectSize"]
      return input
    },
    decode: { answer in
      guard let rules = answer["Rules"]?.arrayValue else { return nil }
      var configuration: PropertyObject = ["Rules": .array(rules.map { LifecycleRule.decode($0) })]
      configuration["TransitionDefaultMinimumObjectSize"] = answer["TransitionDefaultMinimumObjectSize"]
      return .object(configuration)
    })
}

/// A rule in both forms: a declaration writes flat what the API nests, and knows lists also as single values.
private enum LifecycleRule {
  private static let transition = ["TransitionDate": "Date", "TransitionInDays": "Days"]
  private static let noncurrentTransition = ["TransitionInDays": "NoncurrentDays"]

  static func encode(_ rule: PropertyValue) -> PropertyValue {
    var result: PropertyObject = ["Filter": BucketFilter.encode(rule) ?? ["Prefix": ""]]
    result["ID"] = rule["Id"]
    result["Status"] = rule["Status"]
    result["AbortIncompleteMultipartUpload"] = rule["AbortIncompleteMultipartUpload"]
    var expiration = PropertyObject()
    expiration["Date"] = rule["ExpirationDate"]
    expiration["Days"] = rule["ExpirationInDays"]
    expiration["ExpiredObjectDeleteMarker"] = rule["ExpiredObjectDeleteMarker"]
    if !expiration.isEmpty { result["Expiration"] = .object(expiration) }
    result["NoncurrentVersionExpiration"] =
      rule["NoncurrentVersionExpiration"] ?? rule["NoncurrentVersionExpirationInDays"].map { ["NoncurrentDays": $0] }
    result["Transitions"] = list(rule, "Transition").map { $0.renamingFields(transition) }
    result["NoncurrentVersionTransitions"] = list(rule, "NoncurrentVersionTransition").map { $0.renamingFields(noncurrentTransition) }
    return .object(result)
  }

  static func decode(_ rule: PropertyValue) -> PropertyValue {
    // Rules from before filters have their prefix beside them.
    var result = BucketFilter.decode(rule["Filter"] ?? rule)
    result["Id"] = rule["ID"]
    result["Status"] = rule["Status"]
    result["AbortIncompleteMultipartUpload"] = rule["AbortIncompleteMultipartUpload"]
    result["ExpirationDate"] = rule["Expiration"]?["Date"]
    result["ExpirationInDays"] = rule["Expiration"]?["Days"]
    if rule["Expiration"]?["ExpiredObjectDeleteMarker"] == true { result["ExpiredObjectDeleteMarker"] = true }
    result["NoncurrentVersionExpiration"] = rule["NoncurrentVersionExpiration"]
    result["Transitions"] = rule["Transitions"]?.renamingFields(["Date": "TransitionDate", "Days": "TransitionInDays"])
    result["NoncurrentVersionTransitions"] = rule["NoncurrentVersionTransitions"]?.renamingFields(["NoncurrentDays": "TransitionInDays"])
    return .object(result)
  }

  private static func list(_ rule: PropertyValue, _ name: String) -> PropertyValue? {
    rule[name + "s"] ?? rule[name].map { .array([$0]) }
  }
}
