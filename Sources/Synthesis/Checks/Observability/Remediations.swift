import StrataLanguage
import StrataModel

/// What Config needs to remedy by itself, and where an organization's packs deliver.
struct Remediations: GraphCheck {
  let types = ["AWS::Config::RemediationConfiguration", "AWS::Config::OrganizationConformancePack"]
  let source = """
    Config API reference, RemediationConfiguration: Automatic needs MaximumAutomaticAttempts, RetryAttemptSeconds and the parameter \
    AutomationAssumeRole; PutOrganizationConformancePack: the delivery bucket's name begins with awsconfigconforms
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::Config::RemediationConfiguration") {
      let remediation = program.resources[index]
      guard remediation.properties["Automatic"]?.isTrue == true else { continue }
      var missing = ["MaximumAutomaticAttempts", "RetryAttemptSeconds"].filter { remediation.properties[$0] == nil }
      let parameters = remediation.properties["Parameters"]
      if parameters == nil || (parameters?.objectValue != nil && parameters?["AutomationAssumeRole"] == nil) {
        missing.append("Parameters.AutomationAssumeRole")
      }
      for name in missing {
        report.error(
          "remediation-incomplete", "Automatic needs \(name)", remedy: "give \(name), or remedy by hand", at: remediation, path: "Automatic"
        )
      }
    }
    for index in program.indices(of: "AWS::Config::OrganizationConformancePack") {
      let pack = program.resources[index]
      var name = pack.properties["DeliveryS3Bucket"]?.stringValue
      if let bucket = program.target(of: pack.properties["DeliveryS3Bucket"], type: "AWS::S3::Bucket") {
        let given = program.resources[bucket].properties["BucketName"]
        if given != nil, given?.stringValue == nil { continue }
        name = given?.stringValue ?? "(a generated name)"
      }
      guard let name, !name.isEmpty, !name.hasPrefix("awsconfigconforms") else { continue }
      report.error(
        "conformance-bucket-name", "DeliveryS3Bucket '\(name)' does not begin with awsconfigconforms",
        remedy: "name the bucket awsconfigconforms…", at: pack, path: "DeliveryS3Bucket")
    }
  }
}
