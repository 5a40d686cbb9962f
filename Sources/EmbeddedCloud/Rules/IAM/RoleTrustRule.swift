import StrataDeployment
import StrataModel

/// A service takes a role only if the role's trust policy names the service, and only some seconds after the role was made.
///
/// Source: Lambda CreateFunction (`InvalidParameterValueException: The role defined for the function cannot be assumed by Lambda`), and the
/// like in CloudTrail CreateTrail, Scheduler CreateSchedule, Backup CreateBackupSelection, Config PutConfigurationRecorder,
/// CodeBuild CreateProject, EC2 CreateFlowLogs.
struct RoleTrustRule: CloudRule {
  private static let consumers: [String: (property: String, service: String, code: String)] = [
    "AWS::Lambda::Function": ("Role", "lambda.amazonaws.com", "InvalidParameterValueException"),
    "AWS::CloudTrail::Trail": ("CloudWatchLogsRoleArn", "cloudtrail.amazonaws.com", "InvalidCloudWatchLogsRoleArnException"),
    "AWS::Config::ConfigurationRecorder": ("RoleARN", "config.amazonaws.com", "InvalidRoleException"),
    "AWS::Scheduler::Schedule": ("Target", "scheduler.amazonaws.com", "ValidationException"),
    "AWS::Backup::BackupSelection": ("BackupSelection", "backup.amazonaws.com", "InvalidParameterValueException"),
    "AWS::CodeBuild::Project": ("ServiceRole", "codebuild.amazonaws.com", "InvalidInputException"),
    "AWS::CodePipeline::Pipeline": ("RoleArn", "codepipeline.amazonaws.com", "InvalidStructureException"),
    "AWS::EC2::FlowLog": ("DeliverLogsPermissionArn", "vpc-flow-logs.amazonaws.com", "InvalidParameter"),
  ]

  let summary = "A role whose trust policy does not name the service, or that was made a moment ago, cannot be used."
  let source = "Lambda CreateFunction, CloudTrail CreateTrail, Scheduler CreateSchedule, Backup CreateBackupSelection"
  var types: [String] { Array(Self.consumers.keys) }

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, let (property, service, code) = Self.consumers[change.type] else { return }
    for reference in change.references where reference.property == property {
      guard let role = cloud.objects[reference.target], role.type == "AWS::IAM::Role" else { continue }
      if let trust = PolicyView(role.inputs["AssumeRolePolicyDocument"]), !trust.allows(service: service, action: "sts:AssumeRole") {
        throw CloudErrors.invalid(
          code, "The role '\(role.identifier)' cannot be assumed by \(service): its trust policy does not name it", PropertyPath(property))
      }
      if !cloud.isKnownElsewhere(role, change.now) {
        throw ProviderError(
          .notYetConsistent, "The role '\(role.identifier)' cannot be assumed by \(service)", serviceCode: code,
          path: PropertyPath(property))
      }
    }
  }
}
