import StrataLanguage
import StrataModel

/// A role that a service is to take on must trust that service: the create is refused otherwise ("cannot be assumed").
struct RoleTrust: GraphCheck {
  private struct Use {
    var type: String
    var path: [String]
    var service: String
  }

  let source = "the trust policies that each service's guide demands; TYPES.md, \"IAM propagation\", has the errors they give"

  var types: [String] { Self.uses.map(\.type) }

  private static func use(_ type: String, _ path: String, _ service: String) -> Use {
    Use(type: "AWS::" + type, path: path.split(separator: ".").map(String.init), service: service + ".amazonaws.com")
  }

  private static let uses: [Use] = [
    use("ApplicationAutoScaling::ScalableTarget", "RoleARN", "application-autoscaling"),
    use("Backup::BackupSelection", "BackupSelection.IamRoleArn", "backup"),
    use("CloudTrail::Trail", "CloudWatchLogsRoleArn", "cloudtrail"),
    use("CodeBuild::Project", "ServiceRole", "codebuild"),
    use("CodePipeline::Pipeline", "RoleArn", "codepipeline"),
    use("Cognito::UserPool", "SmsConfiguration.SnsCallerArn", "cognito-idp"),
    use("Config::ConfigurationRecorder", "RoleARN", "config"),
    use("DLM::LifecyclePolicy", "ExecutionRoleArn", "dlm"),
    use("EC2::FlowLog", "DeliverLogsPermissionArn", "vpc-flow-logs"),
    use("ECS::TaskDefinition", "ExecutionRoleArn", "ecs-tasks"),
    use("ECS::TaskDefinition", "TaskRoleArn", "ecs-tasks"),
    use("IAM::InstanceProfile", "Roles.*", "ec2"),
    use("KinesisFirehose::DeliveryStream", "ExtendedS3DestinationConfiguration.RoleARN", "firehose"),
    use("Lambda::Function", "Role", "lambda"),
    use("RDS::DBInstance", "MonitoringRoleArn", "monitoring.rds"),
    use("S3::Bucket", "ReplicationConfiguration.Role", "s3"),
    use("Scheduler::Schedule", "Target.RoleArn", "scheduler"),
    use("StepFunctions::StateMachine", "RoleArn", "states"),
  ]

  /// Whether a property names a role that a service takes on.
  static func isTakenOn(by type: String, at path: PropertyPath) -> Bool {
    uses.contains { $0.type == type && $0.path.filter { $0 != "*" } == path.schemaComponents.filter { $0 != "*" } }
  }

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for use in Self.uses {
      for index in program.indices(of: use.type) {
        let resource = program.resources[index]
        ValuePath.forEach(use.path[...], in: .object(resource.properties)) { value in
          guard let role = program.target(of: value, type: "AWS::IAM::Role"), !trusts(program.resources[role], use.service) else { return }
          let path = use.path.filter { $0 != "*" }.joined(separator: ".")
          report.error(
            "role-not-trusting", "\(path) names '\(program.resources[role].address)', which does not trust \(use.service)",
            remedy: "allow sts:AssumeRole to the service \(use.service) in the role's trust policy", at: resource,
            path: PropertyPath(parsing: path),
            notes: [Diagnostic.Note("the role is declared here", at: program.resources[role].source)])
        }
      }
    }
  }

  private func trusts(_ role: DeclaredResource, _ service: String) -> Bool {
    guard let statements = PolicyStatement.statements(of: role.properties["AssumeRolePolicyDocument"]) else { return true }
    return statements.contains { statement in
      statement.isAllow && (statement.isForAnyone || statement.hasUnknownPrincipal || statement.services.contains(service))
    }
  }
}
