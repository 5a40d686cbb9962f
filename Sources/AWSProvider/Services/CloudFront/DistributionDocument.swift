import AWSClient
import StrataModel

/// A distribution's configuration, between CloudFormation's form and CloudFront's.
///
/// CloudFront wants more members in an update than in a create, and resets what is left out; so both get all of them, with the defaults that
/// CloudFront documents for DistributionConfig.
enum DistributionDocument {
  // MARK: To CloudFront

  /// The declared configuration with the names and nesting of CloudFront, as far as they differ.
  static func renamed(_ configuration: PropertyValue) -> PropertyValue {
    guard var members = configuration.objectValue else { return configuration }
    move("IPV6Enabled", to: "IsIPV6Enabled", in: &members)
    if let names = members["CNAMEs"] {
      members["Aliases"] = .array((members["Aliases"]?.arrayValue ?? []) + (names.arrayValue ?? []))
      members["CNAMEs"] = nil
    }
    members["Origins"] = each(members["Origins"]) { move("OriginCustomHeaders", to: "CustomHeaders", in: &$0) }
    members["CacheBehaviors"] = each(members["CacheBehaviors"], nestMethods)
    members["DefaultCacheBehavior"] = changed(members["DefaultCacheBehavior"], nestMethods)
    members["Restrictions"] = changed(members["Restrictions"]) { restrictions in
      restrictions["GeoRestriction"] = changed(restrictions["GeoRestriction"]) { geography in
        let locations = geography["Locations"]?.arrayValue ?? []
        geography["Locations"] = nil
        geography["Quantity"] = .integer(locations.count)
        if !locations.isEmpty { geography["Items"] = .array(locations) }
      }
    }
    members["Logging"] = changed(members["Logging"]) { $0["Enabled"] = .bool($0["Bucket"] != nil) }
    return .object(members)
  }

  /// The whole configuration that is sent.
  static func input(_ configuration: AWSValue, reference: AWSValue) -> AWSValue {
    var members = completed(CloudFrontForm.counted(configuration), with: defaults).structure ?? [:]
    members["CallerReference"] = reference
    members["Logging"] = members["Logging"].map { completed($0, with: noLogging) }
    members["DefaultCacheBehavior"] = members["DefaultCacheBehavior"].map(behavior)
    members["CacheBehaviors"] = items(members["CacheBehaviors"], behavior)
    members["Origins"] = items(members["Origins"], origin)
    return .structure(members)
  }

  private static let noLogging: [String: AWSValue] = ["Enabled": false, "IncludeCookies": false, "Bucket": "", "Prefix": ""]

  private static let defaults: [String: AWSValue] = [
    "Aliases": ["Quantity": 0], "CacheBehaviors": ["Quantity": 0], "Comment": "", "CustomErrorResponses": ["Quantity": 0],
    "DefaultRootObject": "", "HttpVersion": "http2", "IsIPV6Enabled": false, "Logging": .structure(noLogging),
    "OriginGroups": ["Quantity": 0], "PriceClass": "PriceClass_All",
    "Restrictions": ["GeoRestriction": ["RestrictionType": "none", "Quantity": 0]],
    "ViewerCertificate": ["CloudFrontDefaultCertificate": true], "WebACLId": "",
  ]

  private static let reading = CloudFrontForm.list(["GET", "HEAD"])

  private static func behavior(_ value: AWSValue) -> AWSValue {
    var members =
      completed(
        value,
        with: [
          "AllowedMethods": reading, "Compress": false, "FieldLevelEncryptionId": "", "FunctionAssociations": ["Quantity": 0],
          "LambdaFunctionAssociations": ["Quantity": 0], "SmoothStreaming": false, "TrustedKeyGroups": ["Quantity": 0],
          "TrustedSigners": ["Quantity": 0],
        ]
      ).structure ?? [:]
    members["AllowedMethods"] = members["AllowedMethods"].map { completed($0, with: ["CachedMethods": reading]) }
    for name in ["TrustedKeyGroups", "TrustedSigners"] {
      members[name] = members[name].map { completed($0, with: ["Enabled": .bool($0["Items"] != nil)]) }
    }
    members["LambdaFunctionAssociations"] = items(members["LambdaFunctionAssociations"]) { completed($0, with: ["IncludeBody": false]) }
    if let values = members["ForwardedValues"] {
      members["ForwardedValues"] = completed(
        values, with: ["Cookies": ["Forward": "none"], "Headers": ["Quantity": 0], "QueryStringCacheKeys": ["Quantity": 0]])
      if members["MinTTL"] == nil { members["MinTTL"] = 0 }
    }
    return .structure(members)
  }

  private static func origin(_ value: AWSValue) -> AWSValue {
    var members = completed(value, with: ["OriginPath": "", "CustomHeaders": ["Quantity": 0]]).structure ?? [:]
    members["S3OriginConfig"] = members["S3OriginConfig"].map { completed($0, with: ["OriginAccessIdentity": ""]) }
    members["CustomOriginConfig"] = members["CustomOriginConfig"].map { completed($0, with: ["HTTPPort": 80, "HTTPSPort": 443]) }
    return .structure(members)
  }

  // MARK: From CloudFront

  /// The configuration that CloudFront shows, with the names and nesting of CloudFormation.
  static func output(_ configuration: AWSValue) -> AWSValue {
    var members = configuration.structure ?? [:]
    members["IPV6Enabled"] = members["IsIPV6Enabled"]
    members["Origins"] = items(members["Origins"]) { value in
      var origin = value.structure ?? [:]
      origin["OriginCustomHeaders"] = origin["CustomHeaders"]
      return .structure(origin)
    }
    members["DefaultCacheBehavior"] = members["DefaultCacheBehavior"].map(flatMethods)
    members["CacheBehaviors"] = items(members["CacheBehaviors"], flatMethods)
    if var geography = members["Restrictions"]?["GeoRestriction"]?.structure {
      geography["Locations"] = geography["Items"] ?? []
      members["Restrictions"] = ["GeoRestriction": .structure(geography)]
    }
    if members["Logging"]?["Enabled"]?.bool != true { members["Logging"] = nil }
    if var certificate = members["ViewerCertificate"]?.structure {
      let own = ["ACMCertificateArn", "IAMCertificateId"].filter { !(certificate[$0]?.string ?? "").isEmpty }
      for name in ["ACMCertificateArn", "IAMCertificateId"] where !own.contains(name) { certificate[name] = nil }
      if !own.isEmpty { certificate["CloudFrontDefaultCertificate"] = nil }
      members["ViewerCertificate"] = .structure(certificate)
    }
    if members["OriginGroups"]?["Quantity"]?.integer == 0 { members["OriginGroups"] = nil }
    return .structure(members)
  }

  private static func flatMethods(_ value: AWSValue) -> AWSValue {
    var members = value.structure ?? [:]
    members["CachedMethods"] = members["AllowedMethods"]?["CachedMethods"]
    return .structure(members)
  }

  // MARK: Parts

  private static func completed(_ value: AWSValue, with defaults: [String: AWSValue]) -> AWSValue {
    guard let members = value.structure else { return value }
    return .structure(members.merging(defaults) { given, _ in given })
  }

  private static func items(_ value: AWSValue?, _ change: (AWSValue) -> AWSValue) -> AWSValue? {
    guard var members = value?.structure, let items = members["Items"]?.list else { return value }
    members["Items"] = .list(items.map(change))
    return .structure(members)
  }

  private static func nestMethods(_ behavior: inout PropertyObject) {
    guard let allowed = behavior["AllowedMethods"]?.arrayValue else {
      behavior["CachedMethods"] = nil
      return
    }
    var methods: PropertyObject = ["Quantity": .integer(allowed.count), "Items": .array(allowed)]
    if let cached = behavior["CachedMethods"]?.arrayValue {
      methods["CachedMethods"] = .object(["Quantity": .integer(cached.count), "Items": .array(cached)])
    }
    behavior["CachedMethods"] = nil
    behavior["AllowedMethods"] = .object(methods)
  }

  private static func move(_ name: String, to other: String, in object: inout PropertyObject) {
    guard let value = object[name] else { return }
    object[name] = nil
    object[other] = value
  }

  private static func changed(_ value: PropertyValue?, _ change: (inout PropertyObject) -> Void) -> PropertyValue? {
    guard var object = value?.objectValue else { return value }
    change(&object)
    return .object(object)
  }

  private static func each(_ value: PropertyValue?, _ change: (inout PropertyObject) -> Void) -> PropertyValue? {
    guard let elements = value?.arrayValue else { return value }
    return .array(elements.map { changed($0, change) ?? $0 })
  }
}
