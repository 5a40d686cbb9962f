import StrataLanguage
import StrataModel

/// Limits of Lambda functions that no schema states.
struct Functions: GraphCheck {
  let types = ["AWS::Lambda::Function"]
  let source = """
    Lambda developer guide, "Lambda quotas" (environment variables: 4 KB in total) and "Giving functions access to resources in a VPC" \
    (subnets and security groups together)
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::Lambda::Function") {
      let function = program.resources[index]
      if let variables = function.properties.value(at: "Environment", "Variables") {
        let size = TextLength.least(of: variables)
        if size > 4_096 {
          report.error(
            "environment-too-large", "Environment has at least \(size) bytes; a function takes 4096",
            remedy: "read large values from SSM or S3",
            at: function, path: "Environment.Variables")
        }
      }
      guard let network = function.properties["VpcConfig"]?.objectValue else { continue }
      let hasSubnets = isGiven(network["SubnetIds"])
      let hasGroups = isGiven(network["SecurityGroupIds"])
      if hasSubnets != hasGroups {
        let (given, missing) = hasSubnets ? ("SubnetIds", "SecurityGroupIds") : ("SecurityGroupIds", "SubnetIds")
        report.error(
          "incomplete-vpc-config", "VpcConfig has \(given) but no \(missing)", remedy: "give both or leave VpcConfig out", at: function,
          path: "VpcConfig")
      }
    }
  }

  private func isGiven(_ value: PropertyValue?) -> Bool {
    guard let value else { return false }
    return value.arrayValue?.isEmpty != true
  }
}
