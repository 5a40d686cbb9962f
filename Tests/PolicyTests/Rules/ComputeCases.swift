extension RuleCase {
  static let compute: [RuleCase] = [
    RuleCase(
      "R38", "hardened servers, containers and functions",
      #"""
      key AWS::KMS::Key {}
      role AWS::IAM::Role {"ManagedPolicyArns": ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"]}
      profile AWS::IAM::InstanceProfile {"Roles": ["@role.RoleName"]}
      template AWS::EC2::LaunchTemplate {"LaunchTemplateData": {"MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 2},
       "BlockDeviceMappings": [{"Ebs": {"Encrypted": true, "KmsKeyId": "@key.Arn"}}], "IamInstanceProfile": {"Arn": "@profile.Arn"}}}
      task AWS::ECS::TaskDefinition {"ContainerDefinitions": [{"ReadonlyRootFilesystem": true, "User": "1000"}]}
      cluster AWS::ECS::Cluster {"ClusterSettings": [{"Name": "containerInsights", "Value": "enhanced"}]}
      function AWS::Lambda::Function {"VpcConfig": {"SubnetIds": ["s"]}, "DeadLetterConfig": {"TargetArn": "q"}, "ReservedConcurrentExecutions": 5}
      """#),
    RuleCase(
      "R38", "soft ones",
      #"""
      role AWS::IAM::Role {}
      profile AWS::IAM::InstanceProfile {"Roles": ["@role.RoleName"]}
      template AWS::EC2::LaunchTemplate {"LaunchTemplateData": {"MetadataOptions": {"HttpPutResponseHopLimit": 3}, "BlockDeviceMappings": [{"Ebs": {"Encrypted": true}}],
       "NetworkInterfaces": [{"AssociatePublicIpAddress": true}], "IamInstanceProfile": {"Arn": "@profile.Arn"}}}
      task AWS::ECS::TaskDefinition {"ContainerDefinitions": [{"Privileged": true}]}
      service AWS::ECS::Service {"NetworkConfiguration": {"AwsvpcConfiguration": {"AssignPublicIp": "ENABLED"}}}
      cluster AWS::ECS::Cluster {}
      function AWS::Lambda::Function {}
      """#,
      finds: [
        "template LaunchTemplateData.MetadataOptions: a flaw in an application can read the server's credentials from the metadata service",
        "template LaunchTemplateData.MetadataOptions: the server's credentials travel over 3 hops",
        "template LaunchTemplateData.BlockDeviceMappings[0]: a volume is not encrypted with a key of your own",
        "template LaunchTemplateData.NetworkInterfaces[0]: the server has a public address",
        "template LaunchTemplateData.IamInstanceProfile: Session Manager does not reach the server",
        "task ContainerDefinitions[0]: the container may do everything with its host",
        "task ContainerDefinitions[0]: an intruder can change the container's files",
        "task ContainerDefinitions[0]: the container runs as root", "service NetworkConfiguration: the containers have public addresses",
        "cluster ClusterSettings: nothing measures the containers of the cluster",
        "function VpcConfig: the function is outside of the network, where nothing limits what it reaches",
        "function DeadLetterConfig: calls that fail vanish",
        "function ReservedConcurrentExecutions: one function can use up the account's concurrency",
      ]),
  ]
}
