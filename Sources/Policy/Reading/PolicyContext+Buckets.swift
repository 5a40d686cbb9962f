import StrataModel

extension PolicyContext {
  /// The bucket that a value names, by reference or by its literal name.
  func bucket(of value: PropertyValue?) -> ResourceNode? {
    if let node = targets(in: value).first(where: { $0.type == "AWS::S3::Bucket" }) { return node }
    guard let name = value?.stringValue else { return nil }
    return all("AWS::S3::Bucket").first { $0.properties["BucketName"]?.stringValue == name }
  }

  /// The policy of a bucket.
  func policy(ofBucket bucket: ResourceNode) -> ResourceNode? {
    consumers(of: bucket, type: "AWS::S3::BucketPolicy", by: "Bucket").first
  }

  /// The statements of a bucket's policy.
  func statements(ofBucket bucket: ResourceNode) -> [PolicyStatement] {
    PolicyStatement.statements(of: policy(ofBucket: bucket)?.properties["PolicyDocument"]) ?? []
  }

  /// Whether a bucket receives logs of a kind that only S3's own encryption works with.
  func takesLogsUnderS3KeyOnly(_ bucket: ResourceNode) -> Bool {
    uses(of: bucket).contains { use in
      use.consumer.type == "AWS::ElasticLoadBalancingV2::LoadBalancer" && use.path.property == "LoadBalancerAttributes"
        || use.consumer.type == "AWS::S3::Bucket" && use.path.property == "LoggingConfiguration"
    }
  }

  /// Whether something keeps evidence: it is tagged so, or a trail delivers to it.
  func isAudit(_ node: ResourceNode) -> Bool {
    if tag("Purpose", of: node)?.lowercased() == "audit" { return true }
    return uses(of: node).contains { use in
      use.consumer.type == "AWS::CloudTrail::Trail" && ["S3BucketName", "CloudWatchLogsLogGroupArn"].contains(use.path.property)
    }
  }
}
