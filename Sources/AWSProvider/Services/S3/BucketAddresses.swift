import StrataModel

/// The names under which a bucket is reached (Amazon S3 User Guide, "Accessing a bucket" and "Website endpoints").
struct BucketAddresses {
  private let call: ResourceCall
  private let bucket: String

  init(_ call: ResourceCall, _ bucket: String) {
    self.call = call
    self.bucket = bucket
  }

  var attributes: PropertyObject {
    let region = call.placement.region
    let suffix = call.hostSuffix
    return [
      "Arn": .string("arn:\(call.placement.partition):s3:::\(bucket)"),
      "DomainName": .string("\(bucket).s3.\(suffix)"),
      "DualStackDomainName": .string("\(bucket).s3.dualstack.\(region).\(suffix)"),
      "RegionalDomainName": .string("\(bucket).s3.\(region).\(suffix)"),
      "WebsiteURL": .string("http://\(bucket).s3-website\(Self.dashed.contains(region) ? "-" : ".")\(region).\(suffix)"),
    ]
  }

  /// The regions whose website endpoints have a dash before the region's code.
  private static let dashed: Set<String> = [
    "us-east-1", "us-west-1", "us-west-2", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "eu-west-1", "sa-east-1",
    "us-gov-west-1",
  ]
}
