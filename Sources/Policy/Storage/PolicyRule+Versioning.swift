import StrataModel

extension PolicyRule {
  static let versioning = PolicyRule(
    "R13", "s3-versioning", title: "Buckets keep the versions of their objects",
    why: "an object that was overwritten or deleted by mistake could not be brought back",
    remedy: "set VersioningConfiguration.Status to Enabled", controls: [.hipaa("164.312(c)(1)")]
  ) { context, assessment in
    for bucket in context.all("AWS::S3::Bucket") {
      assessment.require(
        bucket.properties.value(at: "VersioningConfiguration", "Status")?.stringValue == "Enabled", of: bucket,
        at: "VersioningConfiguration",
        "the bucket keeps no versions")
    }
  }
}
