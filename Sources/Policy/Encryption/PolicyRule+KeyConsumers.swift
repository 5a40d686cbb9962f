import StrataModel

extension PolicyRule {
  static let keyConsumers = PolicyRule(
    "R11", "key-policy-covers-consumers", title: "Each key lets in the services that work with what it encrypts",
    why: "a service that a key refuses fails silently: no log arrives, no alarm is heard",
    remedy: "add a statement for the service to the key's policy, as the key's uses do",
    controls: [.hipaa("164.312(b)"), .pciDSS("10.2"), .soc2("A1.2")]
  ) { context, assessment in
    for trail in context.all("AWS::CloudTrail::Trail") {
      require("cloudtrail.amazonaws.com", of: trail, by: "KMSKeyId", context, &assessment)
    }
    for channel in context.all("AWS::Config::DeliveryChannel") {
      require("config.amazonaws.com", of: channel, by: "S3KmsKeyArn", context, &assessment)
    }
    for cluster in context.all("AWS::ECS::Cluster") {
      let value = cluster.properties.value(at: "Configuration", "ManagedStorageConfiguration", "FargateEphemeralStorageKmsKeyId")
      require(
        "fargate.amazonaws.com", of: cluster, naming: value, at: "Configuration.ManagedStorageConfiguration", context, &assessment)
    }
    for topic in context.all("AWS::SNS::Topic") {
      if !context.consumers(of: topic, type: "AWS::CloudWatch::Alarm").isEmpty {
        require("cloudwatch.amazonaws.com", of: topic, by: "KmsMasterKeyId", context, &assessment)
      }
      if !context.consumers(of: topic, type: "AWS::Events::Rule").isEmpty {
        require("events.amazonaws.com", of: topic, by: "KmsMasterKeyId", context, &assessment)
      }
    }
    requireDistributions(context, &assessment)
    requireAutoScaling(context, &assessment)
  }

  /// Auto Scaling attaches encrypted volumes by grants in the name of its service-linked role, to which IAM gives no right for a key of the
  /// customer's (Amazon EC2 Auto Scaling User Guide, "Required AWS KMS key policy for use with encrypted volumes").
  private static func requireAutoScaling(_ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    for group in context.all("AWS::AutoScaling::AutoScalingGroup") {
      guard let template = context.targets(in: group.properties["LaunchTemplate"]).first(where: { $0.type == "AWS::EC2::LaunchTemplate" })
      else {
        continue
      }
      for device in template.properties.value(at: "LaunchTemplateData", "BlockDeviceMappings")?.elements ?? [] {
        guard let key = context.key(of: device.value(at: "Ebs", "KmsKeyId")) else { continue }
        let isLetIn = context.statements(ofKey: key).contains { statement in
          statement.isAllow && statement.covers("kms:CreateGrant")
            && statement.accounts.contains { $0.shownText.contains(":role/aws-service-role/autoscaling.amazonaws.com/") }
        }
        assessment.require(
          isLetIn, of: group, at: "LaunchTemplate", "the policy of '\(key.address)' does not let Auto Scaling attach its volumes",
          remedy: "let the service-linked role of Auto Scaling use the key and give grants, as KeyUse.autoScaling does",
          notes: [Diagnostic.Note("the key is declared here", at: key.source)])
      }
    }
  }

  /// A distribution that reads a bucket through an origin access control decrypts with the bucket's key.
  private static func requireDistributions(_ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    for distribution in context.all("AWS::CloudFront::Distribution") {
      for origin in distribution.properties.value(at: "DistributionConfig", "Origins")?.elements ?? [] {
        guard origin["S3OriginConfig"] != nil, let bucket = context.targets(in: origin["DomainName"]).first else { continue }
        let path: PropertyPath = "BucketEncryption.ServerSideEncryptionConfiguration[0]"
        let rule = PropertyValue.object(bucket.properties)[path]
        require(
          "cloudfront.amazonaws.com", of: bucket, naming: rule?.value(at: "ServerSideEncryptionByDefault", "KMSMasterKeyID"),
          at: "BucketEncryption", context, &assessment)
      }
    }
  }

  private static func require(
    _ service: String, of node: ResourceNode, by property: String, _ context: PolicyContext, _ assessment: inout PolicyAssessment
  ) {
    require(service, of: node, naming: node.properties[property], at: PropertyPath(property), context, &assessment)
  }

  private static func require(
    _ service: String, of node: ResourceNode, naming value: PropertyValue?, at path: PropertyPath, _ context: PolicyContext,
    _ assessment: inout PolicyAssessment
  ) {
    guard let key = context.key(of: value) else { return }
    assessment.require(
      context.admits(key, service), of: node, at: path, "the policy of '\(key.address)' does not let \(service) in",
      notes: [Diagnostic.Note("the key is declared here", at: key.source)])
  }
}
