extension IdentityForms {
  /// EC2 instances, ECS, ECR, Lambda, Image Builder, CodePipeline and their like.
  static let compute = """
    EC2::Instance InstanceId=i-0{hex16} PrivateIp={ip} PrivateDnsName=ip-10-0-0-{digits2}.ec2.internal PublicIp={publicIp} PublicDnsName=ec2-{digits2}-{digits2}-{digits2}-{digits2}.compute-1.{suffix} VpcId=vpc-0{hex16}
    EC2::LaunchTemplate LaunchTemplateId=lt-0{hex16} DefaultVersionNumber=1 LatestVersionNumber=1
    EC2::Volume VolumeId=vol-0{hex16}
    EC2::KeyPair KeyPairId=key-0{hex16} KeyFingerprint={hex40}
    EC2::Host HostId=h-0{hex16}
    ECS::Cluster Arn=arn:{partition}:ecs:{region}:{account}:cluster/{ClusterName}
    ECS::TaskDefinition TaskDefinitionArn=arn:{partition}:ecs:{region}:{account}:task-definition/{Family}:{familyRevision}
    ECS::Service Name={ServiceName} ServiceArn=arn:{partition}:ecs:{region}:{account}:service/{tail:Cluster}/{ServiceName}
    ECR::Repository Arn=arn:{partition}:ecr:{region}:{account}:repository/{RepositoryName} RepositoryUri={account}.dkr.ecr.{region}.{suffix}/{RepositoryName}
    ECR::RegistryScanningConfiguration RegistryId={account}
    ECR::ReplicationConfiguration RegistryId={account}
    ECR::RegistryPolicy RegistryId={account}
    Lambda::Function Arn=arn:{partition}:lambda:{region}:{account}:function:{FunctionName}
    Lambda::Permission Id=strata-{lower12}
    Lambda::Version Version={functionVersion} FunctionArn=arn:{partition}:lambda:{region}:{account}:function:{tail:FunctionName}:{Version}
    Lambda::Alias AliasArn=arn:{partition}:lambda:{region}:{account}:function:{tail:FunctionName}:{Name}
    Lambda::LayerVersion LayerVersionArn=arn:{partition}:lambda:{region}:{account}:layer:{LayerName}:1
    Lambda::EventSourceMapping Id={uuid} EventSourceMappingArn=arn:{partition}:lambda:{region}:{account}:event-source-mapping:{Id}
    Lambda::Url FunctionUrl=https://{lower32}.lambda-url.{region}.on.aws/ FunctionArn=arn:{partition}:lambda:{region}:{account}:function:{tail:TargetFunctionArn}
    ImageBuilder::Component Arn=arn:{partition}:imagebuilder:{region}:{account}:component/{fold:Name}/{Version}/1 Type=BUILD
    ImageBuilder::ImageRecipe Arn=arn:{partition}:imagebuilder:{region}:{account}:image-recipe/{fold:Name}/{Version}
    ImageBuilder::InfrastructureConfiguration Arn=arn:{partition}:imagebuilder:{region}:{account}:infrastructure-configuration/{fold:Name}
    ImageBuilder::DistributionConfiguration Arn=arn:{partition}:imagebuilder:{region}:{account}:distribution-configuration/{fold:Name}
    ImageBuilder::ImagePipeline Arn=arn:{partition}:imagebuilder:{region}:{account}:image-pipeline/{fold:Name}
    CodeBuild::Project Id={Name} Arn=arn:{partition}:codebuild:{region}:{account}:project/{Name}
    CodePipeline::Pipeline Version=1
    CodeConnections::Connection ConnectionArn=arn:{partition}:codeconnections:{region}:{account}:connection/{uuid} ConnectionStatus=PENDING OwnerAccountId={account}
    CloudFormation::StackSet StackSetId={StackSetName}:{uuid}
    EKS::Cluster Arn=arn:{partition}:eks:{region}:{account}:cluster/{Name} Endpoint=https://{upper32}.gr7.{region}.eks.{suffix} ClusterSecurityGroupId=sg-0{hex16}
    ApiGateway::RestApi RestApiId={lower10} RootResourceId={lower10}
    ApiGatewayV2::Api ApiId={lower10} ApiEndpoint=https://{ApiId}.execute-api.{region}.{suffix}
    StepFunctions::StateMachine Name={StateMachineName} Arn=arn:{partition}:states:{region}:{account}:stateMachine:{StateMachineName}
    """
}
