import Strata

extension Financial {
  /// 4.6 "CI/CD Pipeline: Automated testing, validation, and deployment of infrastructure changes".
  ///
  /// The connection to the source waits (PENDING) until somebody agrees in the console: its provider wants a person there once.
  @Stack final class PipelineStack {
    let settings: Settings
    let accounts: Accounts
    let baseline: AccountBaselineStack

    lazy var key = EncryptedKey(
      "key", alias: "financial-pipeline", description: "Financial: artifacts of the pipeline",
      uses: [.objects(ofAccounts: accounts.workloads), .logGroups("/financial/pipeline/*")],
      deniesOtherAccounts: true, admittedAccounts: accounts.workloads)

    lazy var artifacts = EncryptedBucket(
      "artifacts", name: "financial-artifacts-\(accounts.sharedServices)", key: key,
      writers: [.readers(of: accounts.workloads, roles: Self.deployRole)]
    ).tagged(["Purpose": "delivery", "RetentionDays": "30"])

    lazy var source = CodeConnections.Connection("source", connectionName: "financial", providerType: .gitHub)

    lazy var logs = EncryptedLogGroup("logs", name: "/financial/pipeline/builds", key: key, retention: .years(1))

    /// The roles that the pipeline takes on in the workloads' accounts.
    lazy var deployRoles = zip(["development", "testing", "production"], accounts.workloads).map { name, account in
      IAM.Role(
        "deploy-\(name)",
        assumeRolePolicyDocument: .trust(.arn(buildRole.arn), when: .equals("sts:ExternalId", "financial-pipeline")),
        description: "Brings new versions to \(name)",
        policies: [
          .init(
            policyDocument: .policy {
              Allow("s3:GetObject", on: "\(artifacts.arn)/*")
              Allow("kms:Decrypt", on: key.arn)
              Allow(
                "autoscaling:StartInstanceRefresh", "autoscaling:DescribeInstanceRefreshes", "autoscaling:CancelInstanceRefresh",
                on: "arn:\(AWS.partition):autoscaling:\(AWS.region):\(AWS.accountId):autoScalingGroup:*:autoScalingGroupName/financial-*")
              Allow(
                "lambda:UpdateFunctionCode", "lambda:GetFunction",
                on: "arn:\(AWS.partition):lambda:\(AWS.region):\(AWS.accountId):function:financial-*")
            }, policyName: "permissions")
        ], roleName: Self.deployRole
      ).placed(in: account)
    }

    lazy var buildRole = ServiceRole("build-role", for: "codebuild", name: "financial-build") {
      Allow("logs:CreateLogStream", "logs:PutLogEvents", on: logs.arn)
      Allow("s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", on: "\(artifacts.arn)/*")
      Allow("kms:Decrypt", "kms:GenerateDataKey", on: key.arn)
      Allow(["sts:AssumeRole"], on: accounts.workloads.map { "arn:\(AWS.partition):iam::\($0):role/\(Self.deployRole)" })
    }

    // "Static analysis of infrastructure code for security best practices", then "Automated testing, validation".
    lazy var scan = project(
      "scan", commands: ["swift run deploy check financial", "swift run deploy plan financial --detailed-exitcode || test $? -eq 2"])
    lazy var test = project("test", commands: ["swift test"])
    lazy var deploy = project("deploy", commands: ["./Scripts/deploy-workload \"$WORKLOAD\""])

    lazy var pipelineRole = ServiceRole("pipeline-role", for: "codepipeline", name: "financial-pipeline") {
      Allow("s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", on: "\(artifacts.arn)/*")
      Allow("s3:GetBucketVersioning", on: artifacts.arn)
      Allow("kms:Decrypt", "kms:GenerateDataKey", on: key.arn)
      Allow("codebuild:BatchGetBuilds", "codebuild:StartBuild", on: scan.arn, test.arn, deploy.arn)
      Allow("codestar-connections:UseConnection", "codeconnections:UseConnection", on: source.connectionArn)
      Allow("sns:Publish", on: baseline.alarms.arn)
    }

    var body: some Infrastructure {
      CodePipeline.Pipeline(
        "pipeline", roleArn: pipelineRole, stages: stages,
        artifactStore: .init(location: artifacts.bucket.bucketName, type: .s3, encryptionKey: .init(id: key.arn, type: "KMS")),
        executionMode: .queued, name: "financial", pipelineType: .v2)
    }

    private var stages: [CodePipeline.Pipeline.StageDeclaration] {
      [
        .init(
          actions: [
            .init(
              actionTypeId: .init(category: .source, owner: "AWS", provider: "CodeStarSourceConnection", version: "1"), name: "Source",
              configuration: [
                "ConnectionArn": "\(source.connectionArn)", "FullRepositoryId": "\(settings.repository)", "BranchName": "main",
              ], outputArtifacts: [.init(name: "source")])
          ], name: "Source"),
        .init(actions: [build("Scan", scan), build("Test", test)], name: "Validate"),
        .init(actions: [build("Development", deploy, workload: "development")], name: "Development"),
        .init(actions: [build("Testing", deploy, workload: "testing")], name: "Testing"),
        // 4.26 "Change management processes": nothing reaches production without somebody's word.
        .init(
          actions: [
            .init(
              actionTypeId: .init(category: .approval, owner: "AWS", provider: "Manual", version: "1"), name: "Approve",
              configuration: ["NotificationArn": "\(baseline.alarms.arn)", "CustomData": "Deploy to production?"])
          ], name: "Approval"),
        .init(actions: [build("Production", deploy, workload: "production")], name: "Production"),
      ]
    }

    private func build(_ name: String, _ project: CodeBuild.Project, workload: String? = nil) -> CodePipeline.Pipeline.ActionDeclaration {
      var configuration: [String: Document] = ["ProjectName": "\(project.name)"]
      if let workload {
        configuration["EnvironmentVariables"] = "[{\"name\":\"WORKLOAD\",\"value\":\"\(workload)\",\"type\":\"PLAINTEXT\"}]"
      }
      return .init(
        actionTypeId: .init(category: .build, owner: "AWS", provider: "CodeBuild", version: "1"), name: name,
        configuration: Document(configuration), inputArtifacts: [.init(name: "source")])
    }

    private func project(_ id: String, commands: [String]) -> CodeBuild.Project {
      let list = commands.map { "\"\($0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" }.joined(separator: ", ")
      return CodeBuild.Project(
        id, artifacts: .init(type: "CODEPIPELINE"),
        environment: .init(computeType: "BUILD_GENERAL1_MEDIUM", image: "swift:6.3", type: "LINUX_CONTAINER", privilegedMode: false),
        serviceRole: buildRole.arn,
        source: .init(type: "CODEPIPELINE", buildSpec: "{\"version\": 0.2, \"phases\": {\"build\": {\"commands\": [\(list)]}}}"),
        description: "Financial: \(id)", encryptionKey: key,
        logsConfig: .init(cloudWatchLogs: .init(status: "ENABLED", groupName: logs.groupName)), name: "financial-\(id)",
        timeoutInMinutes: 60)
    }

    private static let deployRole = "financial-deploy"
  }
}
