/// The hosts that do not follow the usual form `<prefix>[-fips].<region>.<suffix>`.
///
/// Source: the endpoint rules that AWS publishes with its service models (`endpoint-rule-set-1.json`), and "Service endpoints and quotas",
/// <https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html>. Keys are endpoint prefixes.
enum ServiceHosts {
  /// Services with one host per partition, and their hosts where these are not `<prefix>[-fips].<suffix>`, keyed by ``variant(_:)``.
  static let global: [String: [String: String]] = [
    "iam": [
      "aws+dual": "iam.global.api.aws", "aws+fips+dual": "iam-fips.global.api.aws",
      "aws-cn": "iam.cn-north-1.amazonaws.com.cn", "aws-cn+dual": "iam.global.api.amazonwebservices.com.cn",
      "aws-us-gov": "iam.us-gov.amazonaws.com", "aws-us-gov+fips": "iam.us-gov.amazonaws.com",
      "aws-us-gov+dual": "iam.us-gov.api.aws", "aws-us-gov+fips+dual": "iam.us-gov.api.aws",
      "aws-iso": "iam.us-iso-east-1.c2s.ic.gov", "aws-iso+fips": "iam-fips.us-iso-east-1.c2s.ic.gov",
      "aws-iso-b": "iam.us-isob-east-1.sc2s.sgov.gov", "aws-iso-b+fips": "iam-fips.us-isob-east-1.sc2s.sgov.gov",
      "aws-iso-e": "iam.eu-isoe-west-1.cloud.adc-e.uk", "aws-iso-f": "iam.us-isof-south-1.csp.hci.ic.gov",
      "aws-eusc": "iam.eusc-de-east-1.amazonaws.eu",
    ],
    "route53": [
      "aws+dual": "route53.global.api.aws", "aws+fips+dual": "route53-fips.global.api.aws",
      "aws-cn+dual": "route53.global.api.amazonwebservices.com.cn",
      "aws-us-gov": "route53.us-gov.amazonaws.com", "aws-us-gov+fips": "route53.us-gov.amazonaws.com",
      "aws-us-gov+dual": "route53.us-gov.api.aws", "aws-us-gov+fips+dual": "route53.us-gov.api.aws",
      "aws-eusc+dual": "route53.global.api.amazonwebservices.eu",
    ],
    "cloudfront": [
      "aws+dual": "cloudfront.global.api.aws", "aws+fips+dual": "cloudfront-fips.global.api.aws",
      "aws-cn": "cloudfront.cn-northwest-1.amazonaws.com.cn", "aws-cn+fips": "cloudfront-fips.cn-northwest-1.amazonaws.com.cn",
    ],
    "budgets": [
      "aws+dual": "budgets.us-east-1.api.aws", "aws-iso-b": "budgets.global.sc2s.sgov.gov",
      "aws-iso-e": "budgets.global.cloud.adc-e.uk", "aws-iso-f": "budgets.global.csp.hci.ic.gov",
      "aws-eusc": "budgets.eusc-de-east-1.api.amazonwebservices.eu", "aws-eusc+dual": "budgets.eusc-de-east-1.api.amazonwebservices.eu",
    ],
  ]

  /// Regions that sign for a global service in another region than the partition's usual one.
  static let globalSigningRegions: [String: [String: String]] = [
    "iam": ["aws-cn": "cn-north-1", "aws-cn+dual": "cn-north-1"]
  ]

  /// Services that answer in one region of a partition, wherever a caller is.
  static let homeRegions: [String: [String: String]] = [
    "account": ["aws": "us-east-1", "aws-cn": "cn-northwest-1", "aws-us-gov": "us-gov-west-1"],
    "ce": ["aws": "us-east-1", "aws-cn": "cn-northwest-1", "aws-us-gov": "us-gov-west-1"],
    "globalaccelerator": ["aws": "us-west-2"],
    "networkmanager": ["aws": "us-west-2", "aws-us-gov": "us-gov-west-1"],
    "organizations": ["aws": "us-east-1", "aws-cn": "cn-northwest-1", "aws-us-gov": "us-gov-west-1"],
    "route53domains": ["aws": "us-east-1"],
    "shield": ["aws": "us-east-1"],
    "support": ["aws": "us-east-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1"],
  ]

  /// Services whose usual hosts in GovCloud are validated for FIPS, so that no separate one exists.
  static let fipsByDefaultInGovCloud: Set = [
    "access-analyzer", "acm", "acm-pca", "appconfig", "application-autoscaling", "autoscaling", "batch", "cloudformation", "cloudtrail",
    "config", "dynamodb", "ec2", "eks", "elasticache", "elasticloadbalancing", "elasticmapreduce", "events", "guardduty",
    "identitystore", "imagebuilder", "kafka", "kinesis", "logs", "mediaconvert", "monitoring", "oidc", "organizations", "portal.sso",
    "ram", "rds", "redshift", "resource-groups", "route53resolver", "servicequotas", "sns", "sqs", "ssm", "sso", "states", "sts",
    "support",
  ]

  /// First labels of FIPS hosts in the partition `aws`, where they are not `<prefix>-fips`.
  static let fipsLabels = ["eks": "fips.eks", "batch": "fips.batch", "api.sagemaker": "api-fips.sagemaker"]

  /// First labels of dual-stack hosts, where they are not the prefix.
  static let dualStackLabels = [
    "api.ecr": "ecr", "api.ecr-public": "ecr-public", "api.detective": "detective", "elasticfilesystem": "efs", "kafka": "kafka-api",
    "es": "aos",
  ]

  /// Services whose usual hosts answer over IPv6 too, in these partitions.
  static let dualStackByDefault: [String: Set<String>] = [
    "secretsmanager": ["aws", "aws-cn", "aws-us-gov"], "servicediscovery": ["aws", "aws-cn", "aws-us-gov"], "cognito-idp": ["aws"],
    "cognito-identity": ["aws"],
  ]
}
