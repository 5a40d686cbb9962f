import StrataModel

extension PolicyRule {
  /// Properties that hold secrets, by type.
  private static let sinks: [(type: String, property: String)] = [
    ("AWS::RDS::DBInstance", "MasterUserPassword"), ("AWS::RDS::DBCluster", "MasterUserPassword"),
    ("AWS::ElastiCache::ReplicationGroup", "AuthToken"), ("AWS::SecretsManager::Secret", "SecretString"),
    ("AWS::Redshift::Cluster", "MasterUserPassword"), ("AWS::DocDB::DBCluster", "MasterUserPassword"),
    ("AWS::OpenSearchService::Domain", "AdvancedSecurityOptions"),
  ]

  static let plainSecrets = PolicyRule(
    "R33", "no-plaintext-secrets", title: "No secret stands in the program",
    why: "what stands in a program is in its history, on every laptop and in every log of its builds",
    remedy: "use Secret(…), or let Secrets Manager make the secret with GenerateSecretString",
    controls: [.hipaa("164.312(d)"), .pciDSS("8.6")]
  ) { context, assessment in
    for sink in sinks {
      for node in context.all(ofType: sink.type) {
        let text = node.properties[sink.property]?.stringValue
        assessment.require(
          text.map(SecretText.isDynamic) ?? true, of: node, at: PropertyPath(sink.property), "\(sink.property) stands in the program")
      }
    }
    for function in context.all("AWS::Lambda::Function") {
      let variables = function.properties.value(at: "Environment", "Variables")?.objectValue?.fields ?? []
      for variable in variables {
        check(variable.key, variable.value, of: function, at: "Environment.Variables", &assessment)
      }
      if variables.isEmpty { assessment.examine(function) }
    }
    for task in context.all("AWS::ECS::TaskDefinition") {
      assessment.examine(task)
      for (index, container) in (task.properties["ContainerDefinitions"]?.elements ?? []).enumerated() {
        let path = PropertyPath("ContainerDefinitions").appending(index: index).appending(key: "Environment")
        for variable in container["Environment"]?.elements ?? [] {
          check(variable["Name"]?.stringValue ?? "", variable["Value"], of: task, at: path, &assessment)
        }
      }
    }
    for parameter in context.all("AWS::SSM::Parameter") {
      let name = (parameter.properties["Name"]?.shownText ?? parameter.address.id).replacing("/", with: "_").replacing("-", with: "_")
      check(name, parameter.properties["Value"], of: parameter, at: "Value", &assessment)
    }
    for node in context.all("AWS::EC2::Instance", "AWS::EC2::LaunchTemplate") {
      let data = node.properties["UserData"] ?? node.properties.value(at: "LaunchTemplateData", "UserData")
      assessment.require(
        !(data.map(holdsSecret) ?? false), of: node, at: "UserData", "a secret stands in the text that servers start with",
        remedy: "read it from Secrets Manager when the server starts")
    }
    for output in context.graph.outputs where output.value.holdsSecret && !output.isSensitive {
      assessment.report(
        .environment, "the output '\(output.key)' shows a secret", remedy: "mark it sensitive, or remove it",
        notes: [Diagnostic.Note("declared here", at: output.source)])
    }
  }

  private static func check(
    _ name: String, _ value: PropertyValue?, of node: ResourceNode, at path: PropertyPath, _ assessment: inout PolicyAssessment
  ) {
    let text = value?.stringValue ?? ""
    let isSecret = SecretText.isSecret(text) || SecretText.isName(name) && !text.isEmpty && !SecretText.isDynamic(text)
    assessment.require(!isSecret, of: node, at: path, "'\(name)' has a secret that stands in the program")
  }

  /// Whether a literal part of a value is a secret.
  private static func holdsSecret(_ value: PropertyValue) -> Bool {
    switch value {
    case .string(let text): SecretText.isSecret(text)
    case .expression(let expression): expression.arguments.contains(where: holdsSecret)
    case .array(let elements): elements.contains(where: holdsSecret)
    case .null, .bool, .integer, .number, .object, .reference, .secret: false
    }
  }
}
