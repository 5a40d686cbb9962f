import StrataLanguage
import StrataModel

/// What a task on Fargate needs before it can start.
struct TaskDefinitions: GraphCheck {
  let types = ["AWS::ECS::TaskDefinition"]
  let source = """
    ECS developer guide, "Task execution IAM role" (secrets and log drivers need one), and "Amazon ECR image tag mutability"
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::ECS::TaskDefinition") {
      let task = program.resources[index]
      for (position, container) in (task.properties["ContainerDefinitions"]?.elements ?? []).enumerated() {
        let path = PropertyPath([.key("ContainerDefinitions"), .index(position)])
        checkExecutionRole(container, at: path, task, &report)
        checkImage(container["Image"], at: path.appending(key: "Image"), task, program, &report)
      }
    }
  }

  private func checkExecutionRole(
    _ container: PropertyValue, at path: PropertyPath, _ task: DeclaredResource, _ report: inout DiagnosticReport
  ) {
    guard task.properties["ExecutionRoleArn"] == nil else { return }
    let isFargate = task.properties["RequiresCompatibilities"]?.elements.contains("FARGATE") == true
    let hasSecrets = container["Secrets"]?.elements.isEmpty == false
    let logs = isFargate && container.value(at: "LogConfiguration", "LogDriver")?.stringValue == "awslogs"
    guard hasSecrets || logs else { return }
    report.error(
      "execution-role-missing", "\(path) \(hasSecrets ? "reads secrets" : "logs to CloudWatch"), for which the task needs ExecutionRoleArn",
      remedy: "give a role that trusts ecs-tasks.amazonaws.com and has the policy AmazonECSTaskExecutionRolePolicy", at: task,
      path: "ExecutionRoleArn")
  }

  /// An immutable tag cannot be moved to the next image, so `latest` stays the first one for ever.
  private func checkImage(
    _ image: PropertyValue?, at path: PropertyPath, _ task: DeclaredResource, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    guard case .expression(let expression)? = image, expression.arguments.last?.stringValue?.hasSuffix(":latest") == true else { return }
    for index in program.targets(in: image) {
      let repository = program.resources[index]
      guard repository.type == "AWS::ECR::Repository", repository.properties["ImageTagMutability"]?.stringValue == "IMMUTABLE" else {
        continue
      }
      report.warning(
        "latest-in-immutable-repository", "\(path) names the tag latest of '\(repository.address)', whose tags cannot be moved",
        remedy: "name the image by its digest or a version", at: task, path: path,
        notes: [Diagnostic.Note("the repository is declared here", at: repository.source)])
    }
  }
}
