import StrataModel
import StrataSynthesis
import Testing

@Suite("Cycles and unknown references")
struct CycleTests {
  @Test("A cycle is shown with every hop, its property and its line")
  func cycle() throws {
    var program = Program()
    program.add(
      "app/a", "EC2::SecurityGroup",
      [
        "GroupDescription": "a", "VpcId": "vpc-0a1b2c3d",
        "SecurityGroupIngress": [["IpProtocol": "tcp", "SourceSecurityGroupId": ref("app/b", "GroupId")]],
      ])
    program.add(
      "app/b", "EC2::SecurityGroup",
      [
        "GroupDescription": "b", "VpcId": "vpc-0a1b2c3d",
        "SecurityGroupEgress": [["IpProtocol": "tcp", "DestinationSecurityGroupId": ref("app/a", "GroupId")]],
      ])
    let result = program.synthesized()
    #expect(result.graph == nil)
    let cycle = try #require(result.diagnostics.first { $0.code == "cycle" })
    #expect(cycle.message == "2 resources wait for each other: 'app/a' needs 'app/b' needs 'app/a'")
    #expect(cycle.location?.line == 10)
    #expect(
      cycle.notes.map(\.message) == [
        "'app/a' needs 'app/b' by SecurityGroupIngress[0].SourceSecurityGroupId, which reads GroupId",
        "'app/b' needs 'app/a' by SecurityGroupEgress[0].DestinationSecurityGroupId, which reads GroupId",
      ])
    #expect(cycle.notes.map { $0.location?.line } == [10, 20])
  }

  @Test("Of a knot the shortest cycle is shown, and each knot once")
  func knots() {
    var program = Program()
    for (name, others) in [("a", ["b"]), ("b", ["c", "a"]), ("c", ["a"]), ("x", ["y"]), ("y", ["x"])] {
      program.add(
        ResourceAddress("app/\(name)"), "SNS::Topic", ["TopicName": .string(name)], after: others.map { ResourceAddress("app/\($0)") })
    }
    let cycles = program.synthesized().diagnostics.filter { $0.code == "cycle" }.map(\.message)
    #expect(
      cycles == [
        "2 resources wait for each other: 'app/a' needs 'app/b' needs 'app/a'",
        "2 resources wait for each other: 'app/x' needs 'app/y' needs 'app/x'",
      ])
  }

  @Test("A resource that reads itself is told so")
  func selfReference() {
    let found = messages("self-reference") { program in
      program.add(
        "app/bucket", "S3::Bucket", ["LoggingConfiguration": ["DestinationBucketName": ref("app/bucket", "BucketName")]])
    }
    #expect(
      found == ["10 error: LoggingConfiguration.DestinationBucketName refers to the resource that it belongs to, 'app/bucket'"])
  }

  @Test("A chain of ten thousand resources needs no deep recursion")
  func longChain() {
    var program = Program()
    for number in 0..<10_000 {
      program.add(
        ResourceAddress("app/t\(number)"), "SNS::Topic", ["TopicName": .string("t\(number)")],
        after: number == 0 ? ["app/t9999"] : [ResourceAddress("app/t\(number - 1)")])
    }
    let cycles = program.synthesized().diagnostics.filter { $0.code == "cycle" }
    #expect(cycles.count == 1)
    #expect(cycles.first?.notes.count == 10_000)
  }

  @Test("An unknown reference suggests the address that was meant")
  func unknownReference() {
    var program = Program()
    program.add("net/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
    program.add("net/web", "EC2::Subnet", ["VpcId": ref("net/vcp", "VpcId"), "CidrBlock": "10.0.1.0/24"], after: ["net/nothing"])
    let found = program.synthesized().diagnostics
    #expect(
      found.map(\.message) == [
        "'after' names 'net/nothing', which the program does not declare", "VpcId refers to 'net/vcp', which the program does not declare",
      ])
    #expect(found.map(\.remedy) == ["declare it in a stack of this environment", "did you mean 'net/vpc'?"])
  }

  @Test("Two resources with one address are reported with both lines, once")
  func duplicates() {
    var program = Program()
    program.add("app/topic", "SNS::Topic", ["TopicName": "a"])
    program.add("app/topic", "SNS::Topic", ["TopicName": "b"])
    let found = program.synthesized().diagnostics
    #expect(found.map(\.message) == ["the address 'app/topic' belongs to two resources"])
    #expect(found.first?.location?.line == 20)
    #expect(found.first?.notes.first?.location?.line == 10)
  }
}
