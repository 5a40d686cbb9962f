import StrataAWS
import StrataLanguage
import StrataModel
import StrataSynthesis
import Testing

@Suite("Lookups in a program")
struct LookupTests {
  private let image = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"

  @Test("A lookup fits where a value, a reference and a list are expected, and asks where the resource lives")
  func places() {
    let set = declaring {
      EC2.Instance("web", imageId: Lookup.latestImage())
      EC2.Instance("far", imageId: Lookup.latestImage()).placed(in: .euWest1)
      EC2.Subnet("a", vpcId: .existing("vpc-1"), availabilityZone: Lookup.availabilityZones().select(1), cidrBlock: "10.0.0.0/24")
      ECS.TaskDefinition("app", executionRoleArn: Lookup.resource(IAM.Role.self, "runner"))
      SNS.Topic("topic", displayName: "in \(Lookup.organization(.id))")
    }
    #expect(set.diagnostics == [])
    #expect(
      set.lookups.map(\.key) == [
        "Arn of AWS::IAM::Role 'runner' in 123456789012/us-east-1", "Id of the organization in 123456789012/us-east-1",
        "availability zones in 123456789012/us-east-1", "parameter \(image) in 123456789012/eu-west-1",
        "parameter \(image) in 123456789012/us-east-1",
      ])
    let answers: [String: PropertyValue] = [
      "availability zones in 123456789012/us-east-1": ["us-east-1a", "us-east-1b"],
      "Id of the organization in 123456789012/us-east-1": "o-1234567890",
    ]
    func value(_ address: String, _ property: String) -> PropertyValue? {
      set[address]?.properties[property]?.answeringLookups { answers[$0.key] }
    }
    #expect(value("app/a", "AvailabilityZone") == "us-east-1b")
    #expect(value("app/topic", "DisplayName") == "in o-1234567890")
  }

  @Test("The position of a lookup is where it is written first, and is no part of the graph's digest")
  func positions() throws {
    func graph(_ line: Int) throws -> ResourceGraph {
      let set = declaring {
        SNS.Topic("topic", displayName: Lookup.parameter("/name", fileID: "App/Stack.swift", line: line, column: 4))
        SNS.Topic("other", displayName: Lookup.parameter("/name", fileID: "App/Stack.swift", line: line + 5, column: 4))
      }
      return try #require(synthesize(set).graph)
    }
    let (first, second) = (try graph(10), try graph(70))
    #expect(first.lookups.map(\.source) == [SourceLocation(fileID: "App/Stack.swift", line: 10, column: 4)])
    #expect(first.digest == second.digest)
  }

  @Test("A question with a reference in it is an error at its line; facts of the placement are known")
  func references() {
    let set = declaring {
      let topic = SNS.Topic("topic")
      topic
      SNS.Topic("asks", displayName: Lookup.parameter("/\(topic.topicName)", fileID: "App/Stack.swift", line: 33, column: 1))
      SNS.Topic("knows", displayName: Lookup.parameter("/\(AWS.region)/name"))
    }
    #expect(set.codes == ["lookup-argument"])
    #expect(set.diagnostics.first?.location == SourceLocation(fileID: "App/Stack.swift", line: 33, column: 1))
    #expect(set.lookups.map(\.key) == ["parameter /us-east-1/name in 123456789012/us-east-1"])
  }

  @Test(
    "A question that no answer can have is an error",
    arguments: [
      "invalid-parameter-name", "unknown-attribute", "invalid-identifier", "unknown-property", "lookup-too-wide", "write-only-attribute",
    ])
  func impossible(code: String) {
    let set = declaring {
      switch code {
      case "invalid-parameter-name": SNS.Topic("t", displayName: Lookup.parameter("a b"))
      case "unknown-attribute": SNS.Topic("t", displayName: Lookup.resource(IAM.Role.self, "r").attribute("Arm"))
      case "invalid-identifier": SNS.Topic("t", displayName: Lookup.resource(IAM.Role.self, "r|x").arn)
      case "unknown-property":
        SNS.Topic("t", displayName: Lookup.resource(EC2.VPC.self, where: ["CidrBlok": "10.0.0.0/16"]).attribute("VpcId"))
      case "lookup-too-wide":
        SNS.Topic("t", displayName: Lookup.resource(EC2.VPC.self, where: Document([String: Document]())).attribute("VpcId"))
      default: SNS.Topic("t", displayName: Lookup.resource(RDS.DBInstance.self, "db").attribute("MasterUserPassword"))
      }
    }
    #expect(synthesize(set).diagnostics.map(\.code) == [code])
  }
}
