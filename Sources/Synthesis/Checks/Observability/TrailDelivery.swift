import StrataLanguage
import StrataModel

/// CloudTrail proves at create that it may write to its bucket and log group.
struct TrailDelivery: GraphCheck {
  let types = ["AWS::CloudTrail::Trail"]
  let source = "CloudTrail API reference, CreateTrail: InsufficientS3BucketPolicyException, InvalidCloudWatchLogsRoleArnException"

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    var policies: [Int: [Int]] = [:]
    for index in program.indices(of: "AWS::S3::BucketPolicy") {
      if let bucket = program.target(of: program.resources[index].properties["Bucket"]) { policies[bucket, default: []].append(index) }
    }
    for index in program.indices(of: "AWS::CloudTrail::Trail") {
      let trail = program.resources[index]
      if let bucket = program.target(of: trail.properties["S3BucketName"], type: "AWS::S3::Bucket") {
        let address = program.resources[bucket].address
        let admits = (policies[bucket] ?? []).contains { policy in
          guard let statements = PolicyStatement.statements(of: program.resources[policy].properties["PolicyDocument"]) else { return true }
          return statements.contains { $0.admits(service: "cloudtrail.amazonaws.com") && $0.covers("s3:PutObject") }
        }
        if !admits {
          report.error(
            "trail-cannot-write", "S3BucketName names '\(address)', whose policy does not let cloudtrail.amazonaws.com write",
            remedy: "declare an AWS::S3::BucketPolicy that allows s3:GetBucketAcl and s3:PutObject to the service cloudtrail.amazonaws.com",
            at: trail, path: "S3BucketName", notes: [Diagnostic.Note("the bucket is declared here", at: program.resources[bucket].source)])
        }
      }
      let hasGroup = trail.properties["CloudWatchLogsLogGroupArn"] != nil
      if hasGroup != (trail.properties["CloudWatchLogsRoleArn"] != nil) {
        report.error(
          "trail-cannot-write",
          hasGroup ? "CloudWatchLogsLogGroupArn needs CloudWatchLogsRoleArn" : "CloudWatchLogsRoleArn needs CloudWatchLogsLogGroupArn",
          remedy: "give both or none", at: trail, path: PropertyPath(hasGroup ? "CloudWatchLogsLogGroupArn" : "CloudWatchLogsRoleArn"))
      }
    }
  }
}
