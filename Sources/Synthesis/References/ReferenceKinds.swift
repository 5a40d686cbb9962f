/// Properties that take identifiers of several resource types, and what stands for a key.
enum ReferenceKinds {
  /// The types of which a property takes one; `nil` for a property of which nothing is known.
  static func accepted(by property: String, of type: String) -> [String]? {
    if property == "TransitGatewayAttachmentId", transitGatewayUsers.contains(type) { return attachments }
    return properties["\(type).\(property)"]
  }

  /// Whether a property that takes a KMS key takes the name of an alias as well: not where AWS wants an ARN, and no alias has one of its own.
  static func takesAlias(_ property: String, of type: String) -> Bool {
    !ReferenceMeaning.wantsARN(property) && !keysAlone.contains("\(type).\(property)")
  }

  /// Source: CloudFormation resource reference of each type.
  private static let properties: [String: [String]] = [
    "AWS::Logs::SubscriptionFilter.DestinationArn": [
      "AWS::Kinesis::Stream", "AWS::KinesisFirehose::DeliveryStream", "AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias",
      "AWS::Logs::Destination",
    ]
  ]

  /// Sources: EC2 API reference, AssociateTransitGatewayRouteTable, EnableTransitGatewayRouteTablePropagation and CreateTransitGatewayRoute.
  private static let transitGatewayUsers: Set<String> = [
    "AWS::EC2::TransitGatewayRoute", "AWS::EC2::TransitGatewayRouteTableAssociation", "AWS::EC2::TransitGatewayRouteTablePropagation",
    "AWS::EC2::TransitGatewayMulticastDomainAssociation",
  ]

  private static let attachments = [
    "AWS::EC2::TransitGatewayAttachment", "AWS::EC2::TransitGatewayVpcAttachment", "AWS::EC2::TransitGatewayPeeringAttachment",
    "AWS::EC2::TransitGatewayConnect",
  ]

  /// Sources: KMS API reference, CreateAlias (TargetKeyId); CloudWatch Logs API reference, AssociateKmsKey and CreateLogAnomalyDetector
  /// (kmsKeyId); Amazon S3 API reference, EncryptionConfiguration (ReplicaKmsKeyID); Cognito user pools API reference, LambdaConfigType (KMSKeyID).
  private static let keysAlone: Set<String> = [
    "AWS::KMS::Alias.TargetKeyId", "AWS::Logs::LogGroup.KmsKeyId", "AWS::Logs::LogAnomalyDetector.KmsKeyId",
    "AWS::S3::Bucket.ReplicaKmsKeyID", "AWS::Cognito::UserPool.KMSKeyID",
  ]
}
