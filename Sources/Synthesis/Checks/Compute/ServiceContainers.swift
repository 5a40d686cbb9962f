import StrataLanguage
import StrataModel

/// A service's load balancers, its task definition's containers and the target groups agree.
struct ServiceContainers: GraphCheck {
  let types = ["AWS::ECS::Service"]
  let source = """
    ECS API reference, CreateService: the container and port of a load balancer must be in the task definition, and tasks in awsvpc mode need a \
    target group of type ip
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::ECS::Service") {
      let service = program.resources[index]
      guard let task = program.target(of: service.properties["TaskDefinition"], type: "AWS::ECS::TaskDefinition") else { continue }
      for (position, balancer) in (service.properties["LoadBalancers"]?.elements ?? []).enumerated() {
        let path = PropertyPath([.key("LoadBalancers"), .index(position)])
        check(balancer, at: path, service, program.resources[task], program, &report)
      }
    }
  }

  private func check(
    _ balancer: PropertyValue, at path: PropertyPath, _ service: DeclaredResource, _ task: DeclaredResource, _ program: ProgramIndex,
    _ report: inout DiagnosticReport
  ) {
    let note = Diagnostic.Note("the task definition is declared here", at: task.source)
    let port = balancer["ContainerPort"]?.wholeNumber
    if let name = balancer["ContainerName"]?.stringValue, let containers = task.properties["ContainerDefinitions"]?.arrayValue,
      containers.allSatisfy({ $0["Name"]?.stringValue != nil })
    {
      guard let container = containers.first(where: { $0["Name"]?.stringValue == name }) else {
        let names = containers.compactMap { $0["Name"]?.stringValue }.map { "'\($0)'" }.joined(separator: ", ")
        report.error(
          "unknown-container", "\(path).ContainerName is '\(name)', which '\(task.address)' does not define",
          remedy: "its containers are \(names)", at: service, path: path.appending(key: "ContainerName"), notes: [note])
        return
      }
      let ports = container["PortMappings"]?.elements ?? []
      let known = ports.compactMap { $0["ContainerPort"]?.wholeNumber }
      if let port, known.count == ports.count, !known.contains(port) {
        let list = known.isEmpty ? "maps none" : "maps \(known.map(String.init).joined(separator: ", "))"
        report.error(
          "unknown-container-port", "\(path).ContainerPort is \(port), but the container '\(name)' \(list)",
          remedy: "add the port to the container's PortMappings", at: service, path: path.appending(key: "ContainerPort"), notes: [note])
      }
    }
    guard let group = program.target(of: balancer["TargetGroupArn"], type: "AWS::ElasticLoadBalancingV2::TargetGroup") else { return }
    let target = program.resources[group]
    let groupNote = Diagnostic.Note("the target group is declared here", at: target.source)
    if task.properties["NetworkMode"]?.stringValue == "awsvpc", (target.properties["TargetType"]?.stringValue ?? "instance") == "instance" {
      report.error(
        "target-type-of-awsvpc", "tasks in awsvpc mode register addresses, but '\(target.address)' takes instances",
        remedy: "set TargetType of the target group to ip", at: service, path: path.appending(key: "TargetGroupArn"), notes: [groupNote])
    }
    if let port, let other = target.properties["Port"]?.wholeNumber, other != port {
      report.warning(
        "target-port-differs",
        "\(path).ContainerPort is \(port), and the target group's Port is \(other); targets are registered with \(port)",
        remedy: "give both the same port", at: service, path: path.appending(key: "ContainerPort"), notes: [groupNote])
    }
  }
}
