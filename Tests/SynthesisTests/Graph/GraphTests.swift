import StrataLanguage
import StrataModel
import StrataSynthesis
import Testing

@Suite("The graph of a program")
struct GraphTests {
  private func network() -> Program {
    var program = Program()
    program.add("net/web", "EC2::Subnet", ["VpcId": ref("net/vpc", "VpcId"), "CidrBlock": "10.0.1.0/24"])
    program.add("net/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
    program.add("net/db", "EC2::Subnet", ["VpcId": ref("net/vpc", "VpcId"), "CidrBlock": "10.0.2.0/24"])
    return program
  }

  @Test("Producers come before consumers, and addresses decide where there is a choice")
  func order() {
    let graph = network().synthesized().graph
    #expect(graph?.resources.map(\.address) == ["net/vpc", "net/db", "net/web"])
  }

  @Test("An edge names the producer once, with all the paths that read it")
  func dependencies() {
    var program = Program()
    program.add("a/key", "KMS::Key", ["KeyPolicy": policy(rootStatement)])
    program.add(
      "a/table", "DynamoDB::Table",
      [
        "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]], "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]],
        "BillingMode": "PAY_PER_REQUEST",
        "SSESpecification": ["SSEEnabled": true, "SSEType": "KMS", "KMSMasterKeyId": ref("a/key", "Arn")],
        "Tags": [["Key": "key", "Value": ref("a/key", "KeyId")]],
      ])
    let node = program.synthesized().graph?["a/table"]
    #expect(
      node?.dependencies == [
        Dependency(on: "a/key", readiness: .stable, paths: ["SSESpecification.KMSMasterKeyId", "Tags[0].Value"])
      ])
  }

  @Test("An alarm waits only until what it watches can be read")
  func readiness() {
    var program = Program()
    program.add("a/topic", "SNS::Topic", ["TopicName": "alarms"])
    program.add("a/queue", "SQS::Queue", ["QueueName": "work"])
    program.add(
      "a/alarm", "CloudWatch::Alarm",
      [
        "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1, "MetricName": "Depth", "Namespace": "AWS/SQS", "Period": 300,
        "Statistic": "Sum", "Threshold": 1, "Dimensions": [["Name": "QueueName", "Value": ref("a/queue", "QueueName")]],
        "AlarmActions": [ref("a/topic", "TopicArn")],
      ])
    let node = program.synthesized().graph?["a/alarm"]
    #expect(node?.dependencies.map(\.address) == ["a/queue", "a/topic"])
    #expect(node?.dependencies.map(\.readiness) == [.readable, .stable])
  }

  @Test("'after' makes an edge without a path")
  func explicitOrder() {
    var program = Program()
    program.add("a/first", "SNS::Topic", ["TopicName": "first"])
    program.add("a/again", "SNS::Topic", ["TopicName": "again"], after: ["a/first"])
    let graph = program.synthesized().graph
    #expect(graph?.resources.map(\.address) == ["a/first", "a/again"])
    #expect(graph?["a/again"]?.dependencies == [Dependency(on: "a/first")])
  }

  @Test("A trail waits for its bucket's policy although nothing refers to it")
  func implicitOrder() {
    var program = Program()
    program.add("a/trail", "CloudTrail::Trail", ["S3BucketName": ref("a/bucket", "BucketName"), "IsLogging": true])
    program.add("a/bucket", "S3::Bucket", ["BucketName": "trail-bucket"])
    program.add(
      "a/zpolicy", "S3::BucketPolicy",
      [
        "Bucket": ref("a/bucket", "BucketName"),
        "PolicyDocument": policy([
          "Effect": "Allow", "Principal": ["Service": "cloudtrail.amazonaws.com"], "Action": "s3:*", "Resource": "*",
        ]),
      ])
    let result = program.synthesized()
    #expect(result.diagnostics == [])
    #expect(result.graph?.resources.map(\.address) == ["a/bucket", "a/zpolicy", "a/trail"])
    #expect(result.graph?["a/trail"]?.dependencies.map(\.address) == ["a/bucket", "a/zpolicy"])
  }

  @Test("A NAT gateway waits for the gateway of its subnet's VPC, not for that of another VPC")
  func implicitOrderThroughReference() {
    var program = Program()
    for name in ["a", "b"] {
      program.add(ResourceAddress("\(name)/vpc"), "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
      program.add(ResourceAddress("\(name)/igw"), "EC2::InternetGateway")
      program.add(
        ResourceAddress("\(name)/zattachment"), "EC2::VPCGatewayAttachment",
        [
          "VpcId": ref(ResourceAddress("\(name)/vpc"), "VpcId"),
          "InternetGatewayId": ref(ResourceAddress("\(name)/igw"), "InternetGatewayId"),
        ])
    }
    program.add("a/subnet", "EC2::Subnet", ["VpcId": ref("a/vpc", "VpcId"), "CidrBlock": "10.0.1.0/24"])
    program.add("a/nat", "EC2::NatGateway", ["SubnetId": ref("a/subnet", "SubnetId"), "ConnectivityType": "private"])
    let result = program.synthesized()
    #expect(result.diagnostics == [])
    #expect(result.graph?["a/nat"]?.dependencies.map(\.address) == ["a/subnet", "a/zattachment"])
  }

  @Test("An implicit order gives way where the program says the contrary")
  func implicitOrderGivesWay() {
    var program = Program()
    program.add("a/role", "IAM::Role", ["AssumeRolePolicyDocument": trust("lambda.amazonaws.com")])
    program.add(
      "a/function", "Lambda::Function",
      [
        "Role": ref("a/role", "Arn"), "Runtime": "python3.13", "Handler": "index.handler",
        "Code": ["S3Bucket": "code-bucket", "S3Key": "code.zip"],
      ])
    program.add(
      "a/policy", "IAM::RolePolicy",
      [
        "RoleName": ref("a/role", "RoleName"), "PolicyName": "self",
        "PolicyDocument": policy(["Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": ref("a/function", "Arn")]),
      ])
    let result = program.synthesized()
    #expect(result.diagnostics == [])
    #expect(result.graph?.resources.map(\.address) == ["a/role", "a/function", "a/policy"])
  }

  @Test("Data-bearing types are marked from the catalogue")
  func dataBearing() {
    var program = Program()
    program.add("a/key", "KMS::Key", ["KeyPolicy": policy(rootStatement)])
    program.add("a/alias", "KMS::Alias", ["AliasName": "alias/a", "TargetKeyId": ref("a/key", "KeyId")])
    let graph = program.synthesized().graph
    #expect(graph?["a/key"]?.lifecycle.holdsData == true)
    #expect(graph?["a/alias"]?.lifecycle.holdsData == false)
  }

  @Test("The order of declarations changes neither the graph nor the diagnostics")
  func determinism() {
    var declarations = Tenants.declarations(20)
    let first = synthesize(declarations)
    declarations.resources.reverse()
    let second = synthesize(declarations)
    #expect(first.graph?.resources == second.graph?.resources)
    #expect(first.diagnostics == second.diagnostics)
  }

  @Test("Outputs are sorted by key")
  func outputs() {
    var program = network()
    program.output("vpc", ref("net/vpc", "VpcId"))
    program.output("subnet", ref("net/db", "SubnetId"))
    #expect(program.synthesized().graph?.outputs.map(\.name) == ["subnet", "vpc"])
  }
}
