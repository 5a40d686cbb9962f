extension IdentityForms {
  /// KMS, Secrets Manager, IAM, Cognito, WAF, GuardDuty, Security Hub, Config, Organizations and their like.
  static let security = """
    KMS::Key KeyId={uuid} Arn=arn:{partition}:kms:{region}:{account}:key/{KeyId}
    KMS::ReplicaKey KeyId={tail:PrimaryKeyArn} Arn=arn:{partition}:kms:{region}:{account}:key/{KeyId}
    SecretsManager::Secret Id=arn:{partition}:secretsmanager:{region}:{account}:secret:{Name}-{mixed6}
    SecretsManager::ResourcePolicy Id={SecretId}
    SecretsManager::RotationSchedule Id={SecretId}
    SecretsManager::SecretTargetAttachment Id={SecretId}
    IAM::Role RoleId=AROA{upper17} Arn=arn:{partition}:iam::{account}:role{default:Path|/}{RoleName}
    IAM::User Arn=arn:{partition}:iam::{account}:user{default:Path|/}{UserName}
    IAM::Group Arn=arn:{partition}:iam::{account}:group{default:Path|/}{GroupName}
    IAM::ManagedPolicy PolicyArn=arn:{partition}:iam::{account}:policy{default:Path|/}{ManagedPolicyName} PolicyId=ANPA{upper17} DefaultVersionId=v1 CreateDate={date} UpdateDate={date}
    IAM::InstanceProfile Arn=arn:{partition}:iam::{account}:instance-profile{default:Path|/}{InstanceProfileName}
    IAM::OIDCProvider Arn=arn:{partition}:iam::{account}:oidc-provider/{after8:Url}
    IAM::SAMLProvider Arn=arn:{partition}:iam::{account}:saml-provider/{Name}
    IAM::AccessKey Id=AKIA{upper16} SecretAccessKey={mixed40}
    IAM::ServerCertificate Arn=arn:{partition}:iam::{account}:server-certificate{default:Path|/}{ServerCertificateName}
    Cognito::UserPool UserPoolId={region}_{mixed9} ProviderName=cognito-idp.{region}.{suffix}/{UserPoolId} ProviderURL=https://cognito-idp.{region}.{suffix}/{UserPoolId} Arn=arn:{partition}:cognito-idp:{region}:{account}:userpool/{UserPoolId}
    Cognito::UserPoolClient ClientId={lower26} Name={ClientName} ClientSecret?GenerateSecret={lower52}
    Cognito::UserPoolDomain CloudFrontDistribution=d{lower13}.cloudfront.net
    Cognito::IdentityPool Id={region}:{uuid} Name={IdentityPoolName}
    Cognito::LogDeliveryConfiguration Id={UserPoolId}
    WAFv2::WebACL Id={uuid} Arn=arn:{partition}:wafv2:{region}:{account}:{scopePath}/webacl/{Name}/{Id} LabelNamespace=awswaf:{account}:webacl:{Name}:
    WAFv2::IPSet Id={uuid} Arn=arn:{partition}:wafv2:{region}:{account}:{scopePath}/ipset/{Name}/{Id}
    WAFv2::RegexPatternSet Id={uuid} Arn=arn:{partition}:wafv2:{region}:{account}:{scopePath}/regexpatternset/{Name}/{Id}
    WAFv2::RuleGroup Id={uuid} Arn=arn:{partition}:wafv2:{region}:{account}:{scopePath}/rulegroup/{Name}/{Id} LabelNamespace=awswaf:{account}:rulegroup:{Name}:
    Shield::Protection ProtectionId={uuid} ProtectionArn=arn:{partition}:shield::{account}:protection/{ProtectionId}
    GuardDuty::Detector Id={hex32}
    GuardDuty::PublishingDestination Id={hex32} Status=PUBLISHING
    GuardDuty::Filter Arn=arn:{partition}:guardduty:{region}:{account}:detector/{DetectorId}/filter/{Name}
    GuardDuty::IPSet Id={hex32}
    SecurityHub::Hub ARN=arn:{partition}:securityhub:{region}:{account}:hub/default SubscribedAt={date}
    SecurityHub::Standard StandardsSubscriptionArn=arn:{partition}:securityhub:{region}:{account}:subscription/{standardPath}
    SecurityHub::FindingAggregator FindingAggregatorArn=arn:{partition}:securityhub:{region}:{account}:finding-aggregator/{uuid} FindingAggregationRegion={region}
    SecurityHub::DelegatedAdmin DelegatedAdminIdentifier={AdminAccountId}/{region} Status=ENABLED
    Config::ConfigurationRecorder Id={Name}
    Config::DeliveryChannel Id={Name}
    Config::ConfigRule ConfigRuleId=config-rule-{lower6} Arn=arn:{partition}:config:{region}:{account}:config-rule/{ConfigRuleId}
    Config::RemediationConfiguration Id={ConfigRuleName}
    Config::ConfigurationAggregator ConfigurationAggregatorArn=arn:{partition}:config:{region}:{account}:config-aggregator/config-aggregator-{lower8}
    Config::AggregationAuthorization AggregationAuthorizationArn=arn:{partition}:config:{region}:{account}:aggregation-authorization/{AuthorizedAccountId}/{AuthorizedAwsRegion}
    AccessAnalyzer::Analyzer Arn=arn:{partition}:access-analyzer:{region}:{account}:analyzer/{AnalyzerName}
    Macie::Session AwsAccountId={account} ServiceRole=arn:{partition}:iam::{account}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie AutomatedDiscoveryStatus=DISABLED
    InspectorV2::Filter Arn=arn:{partition}:inspector2:{region}:{account}:owner/{account}/filter/{hex16}
    Organizations::Organization Id=o-{lower10} Arn=arn:{partition}:organizations::{account}:organization/{Id} ManagementAccountArn=arn:{partition}:organizations::{account}:account/{Id}/{account} ManagementAccountId={account} ManagementAccountEmail=aws+{account}@example.com RootId=r-{lower4}
    Organizations::OrganizationalUnit Id=ou-{lower4}-{lower8} Arn=arn:{partition}:organizations::{account}:ou/o-{lower10}/{Id} Path=o-{lower10}/r-{lower4}/{Id}/
    Organizations::Account AccountId={digits12} Status=ACTIVE State=ACTIVE JoinedMethod=CREATED JoinedTimestamp={date} Arn=arn:{partition}:organizations::{account}:account/o-{lower10}/{AccountId}
    Organizations::Policy Id=p-{lower8} Arn=arn:{partition}:organizations::{account}:policy/o-{lower10}/{fold:Type}/{Id}
    ControlTower::LandingZone Arn=arn:{partition}:controltower:{region}:{account}:landingzone/{upper16} LandingZoneIdentifier={Arn} Status=ACTIVE DriftStatus=IN_SYNC LatestAvailableVersion=3.3
    ControlTower::EnabledBaseline EnabledBaselineIdentifier=arn:{partition}:controltower:{region}:{account}:enabledbaseline/{upper17}
    FMS::Policy Id={uuid} Arn=arn:{partition}:fms:{region}:{account}:policy/{Id}
    SSO::Instance InstanceArn=arn:{partition}:sso:::instance/ssoins-{hex16} OwnerAccountId={account} IdentityStoreId=d-{hex10} Status=ACTIVE
    SSO::PermissionSet PermissionSetArn=arn:{partition}:sso:::permissionSet/{tail:InstanceArn}/ps-{hex16}
    IdentityStore::Group GroupId={uuid}
    """
}
