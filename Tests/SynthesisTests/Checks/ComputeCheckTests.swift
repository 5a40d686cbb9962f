import StrataLanguage
import StrataModel
import StrataSynthesis
import Testing

@Suite("Checks of containers and functions")
struct ComputeCheckTests {
  private func service(container: String, port: Int, target: String = "ip", targetPort: Int = 3001) -> Program {
    var program = Program()
    program.add(
      "app/task", "ECS::TaskDefinition",
      [
        "NetworkMode": "awsvpc",
        "ContainerDefinitions": [["Name": "api", "Image": "nginx", "PortMappings": [["ContainerPort": 3001]]]],
      ])
    program.add(
      "app/group", "ElasticLoadBalancingV2::TargetGroup", ["TargetType": .string(target), "Port": .integer(targetPort), "Protocol": "HTTP"])
    program.add(
      "app/service", "ECS::Service",
      [
        "TaskDefinition": ref("app/task", "TaskDefinitionArn"), "DesiredCount": 2,
        "LoadBalancers": [
          [
            "ContainerName": .string(container), "ContainerPort": .integer(port),
            "TargetGroupArn": ref("app/group", "TargetGroupArn"),
          ]
        ],
      ])
    return program
  }

  private func own(_ program: Program) -> [String] {
    let codes: Set = ["unknown-container", "unknown-container-port", "target-type-of-awsvpc", "target-port-differs"]
    return program.synthesized().diagnostics.filter { codes.contains($0.code) }.map { "\($0.severity): \($0.message)" }
  }

  @Test("A service balances over a container and port that its task definition has")
  func containers() {
    #expect(own(service(container: "api", port: 3001)) == [])
    #expect(
      own(service(container: "web", port: 3001)) == [
        "error: LoadBalancers[0].ContainerName is 'web', which 'app/task' does not define"
      ])
    #expect(
      own(service(container: "api", port: 80, targetPort: 80)) == [
        "error: LoadBalancers[0].ContainerPort is 80, but the container 'api' maps 3001"
      ])
    #expect(
      own(service(container: "api", port: 3001, target: "instance")) == [
        "error: tasks in awsvpc mode register addresses, but 'app/group' takes instances"
      ])
    #expect(
      own(service(container: "api", port: 3001, targetPort: 80)) == [
        "warning: LoadBalancers[0].ContainerPort is 3001, and the target group's Port is 80; targets are registered with 3001"
      ])
  }

  @Test("A count that scaling owns is left to it")
  func scaledCount() {
    func found(_ ignores: Bool) -> [String] {
      messages("scaled-count") { program in
        program.add("app/service", "ECS::Service", ["DesiredCount": 2]) { if ignores { $0.lifecycle.ignoredPaths = ["DesiredCount"] } }
        program.add(
          "app/scaling", "ApplicationAutoScaling::ScalableTarget",
          ["ResourceId": text("service/main/", ref("app/service", "Name")), "MinCapacity": 2, "MaxCapacity": 4])
      }
    }
    #expect(found(false) == ["10 warning: DesiredCount is set here and by auto scaling: each update of the service would reset it"])
    #expect(found(true) == [])
  }

  @Test("Secrets and log drivers need an execution role")
  func executionRole() {
    func found(_ container: PropertyObject, role: PropertyValue? = nil) -> [String] {
      messages("execution-role-missing") { program in
        var properties: PropertyObject = ["RequiresCompatibilities": ["FARGATE"], "ContainerDefinitions": [.object(container)]]
        properties["ExecutionRoleArn"] = role
        program.add("app/task", "ECS::TaskDefinition", properties)
      }
    }
    let logging: PropertyObject = ["Name": "api", "Image": "nginx", "LogConfiguration": ["LogDriver": "awslogs"]]
    let secret: PropertyObject = ["Name": "api", "Image": "nginx", "Secrets": [["Name": "A", "ValueFrom": "arn"]]]
    #expect(found(["Name": "api", "Image": "nginx"]) == [])
    #expect(found(logging) == ["10 error: ContainerDefinitions[0] logs to CloudWatch, for which the task needs ExecutionRoleArn"])
    #expect(found(secret) == ["10 error: ContainerDefinitions[0] reads secrets, for which the task needs ExecutionRoleArn"])
    #expect(found(logging, role: "arn:aws:iam::123456789012:role/r") == [])
  }

  @Test("The tag latest of a repository with immutable tags stays where it is")
  func immutableLatest() {
    func found(_ mutability: PropertyValue) -> [String] {
      messages("latest-in-immutable-repository") { program in
        program.add("app/repo", "ECR::Repository", ["ImageTagMutability": mutability])
        program.add(
          "app/task", "ECS::TaskDefinition",
          ["ContainerDefinitions": [["Name": "api", "Image": text(ref("app/repo", "RepositoryUri"), ":latest")]]])
      }
    }
    #expect(
      found("IMMUTABLE") == [
        "20 warning: ContainerDefinitions[0].Image names the tag latest of 'app/repo', whose tags cannot be moved"
      ])
    #expect(found("MUTABLE") == [])
  }

  @Test("A function's environment has 4096 bytes, and its network subnets and groups")
  func functions() {
    func found(_ code: String, _ properties: PropertyObject) -> [String] {
      messages(code) { $0.add("app/function", "Lambda::Function", properties) }
    }
    let large: PropertyValue = .string(String(repeating: "x", count: 4_090))
    #expect(found("environment-too-large", ["Environment": ["Variables": ["A": "x"]]]) == [])
    #expect(
      found("environment-too-large", ["Environment": ["Variables": ["A": large]]]) == [
        "10 error: Environment has at least 4098 bytes; a function takes 4096"
      ])
    #expect(
      found("incomplete-vpc-config", ["VpcConfig": ["SubnetIds": ["subnet-0a1b2c3d"]]]) == [
        "10 error: VpcConfig has SubnetIds but no SecurityGroupIds"
      ])
    #expect(
      found("incomplete-vpc-config", ["VpcConfig": ["SubnetIds": ["subnet-0a1b2c3d"], "SecurityGroupIds": ["sg-0a1b2c3d"]]]) == [])
  }
}
