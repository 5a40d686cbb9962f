import StrataModel

extension PolicyRule {
  /// Services that pass `aws:SourceAccount` when they take on a role (IAM User Guide, "The confused deputy problem", and the services' guides).
  private static let deputies: Set<String> = [
    "config.amazonaws.com", "ecs-tasks.amazonaws.com", "monitoring.rds.amazonaws.com", "scheduler.amazonaws.com",
    "vpc-flow-logs.amazonaws.com",
  ]

  private static let everything: Set<String> = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"]

  static let leastPrivilege = PolicyRule(
    "R32", "iam-least-privilege", title: "Roles may do what their work needs, and only who needs them can take them on",
    why: "what a role may do, whoever gets hold of it may do",
    remedy: "name the actions and the resources",
    controls: [
      .hipaa("164.308(a)(4)"), .hipaa("164.312(a)(1)"), .pciDSS("7.2"), .soc2("CC6.3"), .gdpr("25(2)"), .awsFoundations("1.16"),
    ]
  ) { context, assessment in
    for role in context.all("AWS::IAM::Role") { check(role, &assessment) }
    for document in context.permissionDocuments {
      assessment.examine(document.owner)
      for statement in document.statements where statement.isAllow {
        check(statement, of: document, &assessment)
      }
    }
    for task in context.all("AWS::ECS::TaskDefinition") {
      let role = task.properties["TaskRoleArn"]
      assessment.require(
        role == nil || role != task.properties["ExecutionRoleArn"], of: task, at: "TaskRoleArn",
        "the application has the rights of the agent that starts it", remedy: "give the task a role of its own")
    }
  }

  private static func check(_ statement: PolicyStatement, of document: PermissionDocument, _ assessment: inout PolicyAssessment) {
    guard statement.resources.contains("*"), statement.condition == nil else { return }
    if statement.negatesActions {
      assessment.report(
        document.owner, at: .statement(statement.position, of: document.path), "all actions but some are allowed on all resources")
    } else if let action = statement.actions.first(where: { $0 == "*" || $0.hasSuffix(":*") }) {
      assessment.report(
        document.owner, at: .statement(statement.position, of: document.path), "\(action) is allowed on all resources")
    }
  }

  private static func check(_ role: ResourceNode, _ assessment: inout PolicyAssessment) {
    assessment.examine(role)
    let trust = PolicyStatement.statements(of: role.properties["AssumeRolePolicyDocument"]) ?? []
    for statement in trust where statement.isAllow {
      let path = PropertyPath.statement(statement.position, of: "AssumeRolePolicyDocument")
      assessment.require(
        !statement.isForAnyone || statement.condition != nil, of: role, at: path, "everybody can take on the role",
        remedy: "name the principal")
      for service in statement.services where deputies.contains(service) {
        assessment.require(
          statement.isConditional(on: "aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID"), of: role, at: path,
          "\(service) takes on the role for any account that asks it to",
          remedy: "add the condition StringEquals aws:SourceAccount with your account", severity: .warning)
      }
    }
    for (index, arn) in (role.properties["ManagedPolicyArns"]?.elements ?? []).enumerated() {
      let name = arn.shownText.split(separator: "/").last.map(String.init) ?? ""
      assessment.require(
        !everything.contains(name), of: role, at: PropertyPath("ManagedPolicyArns").appending(index: index),
        "the role has \(name), which is nearly everything")
    }
  }
}
