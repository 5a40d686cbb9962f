/// Services whose objects belong to an account as a whole.
///
/// Source: AWS General Reference, "Service endpoints and quotas" (services with one global endpoint), and the ARN forms without a region.
enum GlobalServices {
  private static let services: Set<String> = [
    "AWS::IAM", "AWS::CloudFront", "AWS::Route53", "AWS::Organizations", "AWS::Budgets", "AWS::CE", "AWS::Shield", "AWS::GlobalAccelerator",
    "AWS::NetworkManager", "AWS::Billing", "AWS::BillingConductor", "AWS::Route53RecoveryControl", "AWS::Route53RecoveryReadiness",
    "AWS::Route53Domains", "AWS::BCMDataExports", "AWS::BCMPricingCalculator", "AWS::ARCRegionSwitch",
  ]

  /// Dashboards share one name space per account (CloudWatch API Reference, PutDashboard).
  private static let types: Set<String> = ["AWS::CloudWatch::Dashboard", "AWS::DirectConnect::DirectConnectGateway"]

  static func contains(service: String, type: String) -> Bool { services.contains(service) || types.contains(type) }

  /// The service's part of an ARN, where it is not the lowercase name of the CloudFormation service.
  ///
  /// Source: AWS Service Authorization Reference.
  static func arnService(_ service: String) -> String {
    let name = service.hasPrefix("AWS::") ? String(service.dropFirst(5)) : service
    return arnNames[name] ?? name.lowercased()
  }

  private static let arnNames: [String: String] = [
    "ElasticLoadBalancingV2": "elasticloadbalancing", "CertificateManager": "acm", "ACMPCA": "acm-pca", "Logs": "logs",
    "CloudWatch": "cloudwatch", "ApplicationAutoScaling": "autoscaling", "AutoScaling": "autoscaling", "KinesisFirehose": "firehose",
    "Cognito": "cognito-idp", "AccessAnalyzer": "access-analyzer", "NetworkFirewall": "network-firewall", "StepFunctions": "states",
    "EFS": "elasticfilesystem", "OpenSearchService": "es", "Elasticsearch": "es", "EMR": "elasticmapreduce", "MSK": "kafka",
    "InspectorV2": "inspector2", "SES": "ses", "APS": "aps", "ResourceGroups": "resource-groups", "ApiGateway": "apigateway",
    "ApiGatewayV2": "apigateway", "BedrockAgentCore": "bedrock-agentcore", "Macie": "macie2", "S3Express": "s3express",
    "S3ObjectLambda": "s3-object-lambda", "S3Outposts": "s3-outposts", "VpcLattice": "vpc-lattice", "EMRServerless": "emr-serverless",
    "EMRContainers": "emr-containers", "Route53Resolver": "route53resolver", "DMS": "dms", "Location": "geo", "IoTWireless": "iotwireless",
    "CodeStarConnections": "codestar-connections", "ServiceCatalogAppRegistry": "servicecatalog", "AppMesh": "appmesh",
    "MemoryDB": "memorydb", "DAX": "dax", "GlobalAccelerator": "globalaccelerator", "SSMContacts": "ssm-contacts",
    "SSMIncidents": "ssm-incidents", "Timestream": "timestream", "LakeFormation": "lakeformation", "AppIntegrations": "app-integrations",
    "CustomerProfiles": "profile", "ConnectCampaigns": "connect-campaigns", "ResourceExplorer2": "resource-explorer-2", "SSO": "sso",
  ]
}
