import StrataLanguage
import StrataModel
import StrataSynthesis
import Testing

@Suite("Documents against their schemas")
struct SchemaTests {
  @Test("A violation has the resource's line, its address, the property's path and a remedy")
  func rotationPeriod() throws {
    var program = Program()
    program.add(
      "app/key", "KMS::Key", ["KeyPolicy": policy(rootStatement), "EnableKeyRotation": true, "RotationPeriodInDays": 30])
    let found = try #require(program.synthesized().diagnostics.first)
    #expect(found.code == "out-of-range")
    #expect(found.message == "RotationPeriodInDays must be in 90...2560, not 30")
    #expect(found.path == "RotationPeriodInDays")
    #expect(found.address == "app/key")
    #expect(found.location?.line == 10)
    #expect(
      found.remedy == "AWS rotates keys every 90 to 2560 days; 30 is the most that PendingWindowInDays takes, which may be what is meant")
  }

  @Test("Seven years of log events are 2557 days")
  func retention() throws {
    var program = Program()
    program.add("app/logs", "Logs::LogGroup", ["LogGroupName": "/app", "RetentionInDays": 2555])
    let found = try #require(program.synthesized().diagnostics.first)
    #expect(found.code == "not-in-enumeration")
    #expect(found.remedy == "log groups keep events for a fixed list of days only; seven years are 2557, ten years 3653")
  }

  @Test("MFA delete is explained rather than only unknown")
  func mfaDelete() throws {
    var program = Program()
    program.add("app/b", "S3::Bucket", ["BucketName": "audit", "VersioningConfiguration": ["Status": "Enabled", "MFADelete": "Enabled"]])
    let found = try #require(program.synthesized().diagnostics.first)
    #expect(found.code == "unknown-property")
    #expect(
      found.remedy
        == "only the root user with its MFA device can set MFA delete, and never together with a lifecycle; use Object Lock instead")
  }

  @Test("A type that AWS does not have suggests the one that was meant")
  func unknownType() throws {
    var program = Program()
    program.add("app/key", "KMS::Kye")
    let found = try #require(program.synthesized().diagnostics.first)
    #expect(found.message == "AWS has no resource type 'AWS::KMS::Kye'")
    #expect(found.remedy == "did you mean 'AWS::KMS::Key'?")
  }

  @Test("Fargate's combinations of CPU and memory are held to")
  func fargate() {
    func problems(_ cpu: PropertyValue, _ memory: PropertyValue) -> Int {
      var program = Program()
      program.add(
        "app/task", "ECS::TaskDefinition",
        [
          "RequiresCompatibilities": ["FARGATE"], "NetworkMode": "awsvpc", "Cpu": cpu, "Memory": memory,
          "ContainerDefinitions": [["Name": "api", "Image": "nginx", "Essential": true]],
        ])
      return program.synthesized().diagnostics.count
    }
    #expect(problems("256", "512") == 0)
    #expect(problems("256", "8192") > 0)
  }

  @Test("Paths that 'ignoringChanges' names exist in the type")
  func ignoredPaths() {
    let found = messages("unknown-ignored-path") { program in
      program.add("app/topic", "SNS::Topic", ["TopicName": "t"]) { $0.lifecycle.ignoredPaths = ["DisplayNam", "TopicName"] }
    }
    #expect(found == ["10 error: 'ignoringChanges' names DisplayNam, which AWS::SNS::Topic does not have"])
  }

  @Test("Ten mistakes in one program are reported at once, by line")
  func tenMistakes() {
    var program = Program()
    program.add("app/key", "KMS::Key", ["KeyPolicy": policy(rootStatement), "RotationPeriodInDays": 30])
    program.add("app/logs", "Logs::LogGroup", ["LogGroupName": "/a", "RetentionInDays": 2555])
    program.add("app/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
    program.add("app/a", "EC2::Subnet", ["VpcId": ref("app/vpc", "VpcId"), "CidrBlock": "10.1.0.0/24"])
    program.add("app/b", "EC2::Subnet", ["VpcId": ref("app/vcp", "VpcId"), "CidrBlock": "10.0.1.0/24"])
    program.add("app/alias", "KMS::Alias", ["AliasName": "alias/a", "TargetKeyId": ref("app/key", "Id")])
    program.add("app/nothing", "KMS::Kye")
    program.add("app/topic", "SNS::Topic", ["TopicName": "t", "Color": "red"])
    program.add("app/again", "SNS::Topic", ["TopicName": "t"])
    program.add("app/board", "CloudWatch::Dashboard", ["DashboardName": "d", "DashboardBody": "{"])
    let result = program.synthesized()
    #expect(result.graph == nil)
    #expect(result.diagnostics.map { $0.location?.line } == [10, 20, 40, 50, 60, 70, 80, 90, 100])
    #expect(
      result.diagnostics.map(\.code) == [
        "out-of-range", "not-in-enumeration", "subnet-outside-vpc", "unknown-reference", "unknown-attribute", "unknown-type",
        "unknown-property", "name-collision", "invalid-dashboard",
      ])
  }

  @Test("A warning leaves the graph, an error does not")
  func severities() {
    var program = Program()
    program.add("app/parameter", "SSM::Parameter", ["Type": "String", "Value": .secret(SecretSource(.file, "x"))])
    let result = program.synthesized()
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.graph != nil)
  }
}
