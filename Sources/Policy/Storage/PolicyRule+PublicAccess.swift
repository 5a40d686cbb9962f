import StrataModel

extension PolicyRule {
  static let publicAccess = PolicyRule(
    "R12", "s3-public-block", title: "No bucket can become public",
    why: "one access list or policy too many publishes everything in a bucket",
    remedy: "set all four flags of PublicAccessBlockConfiguration and ObjectOwnership BucketOwnerEnforced, as EncryptedBucket does",
    controls: [.hipaa("164.312(a)(1)"), .pciDSS("1.4"), .soc2("CC6.6"), .awsFoundations("2.1.4")]
  ) { context, assessment in
    for bucket in context.all("AWS::S3::Bucket") {
      let block = bucket.properties["PublicAccessBlockConfiguration"]
      let flags = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"]
      let open = flags.filter { block?[$0]?.isTrue != true }
      assessment.require(
        open.isEmpty, of: bucket, at: "PublicAccessBlockConfiguration",
        "the bucket could become public: \(open.joined(separator: ", ")) \(open.count == 1 ? "is" : "are") not set")
      let ownership = bucket.properties.value(at: "OwnershipControls", "Rules")?.elements.first?["ObjectOwnership"]?.stringValue
      // Since April 2023 a new bucket has this setting without being told (Amazon S3 User Guide, "Controlling ownership of objects").
      assessment.require(
        ownership == nil || ownership == "BucketOwnerEnforced", of: bucket, at: "OwnershipControls",
        "access lists of single objects are in force in the bucket")
    }
  }
}
