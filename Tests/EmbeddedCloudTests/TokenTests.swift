import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

@Suite("Create tokens")
struct TokenTests {
  @Test("A token answers with the same object inside its window, and makes another after it")
  func window() throws {
    var cloud = CloudFixture()
    let vpc: PropertyValue = .string(try cloud.vpc())
    let first = try cloud.make("EC2::RouteTable", ["VpcId": vpc], token: "t1").identifier
    #expect(try cloud.make("EC2::RouteTable", ["VpcId": vpc], token: "t1").identifier == first)
    cloud.now += 3_599_000
    #expect(try cloud.make("EC2::RouteTable", ["VpcId": vpc], token: "t1").identifier == first)
    cloud.now += 2_000
    #expect(try cloud.make("EC2::RouteTable", ["VpcId": vpc], token: "t1").identifier != first)
  }

  @Test("A token with other content is a mismatch, and after a delete it names the dead object")
  func mismatch() throws {
    var cloud = CloudFixture()
    let vpc: PropertyValue = .string(try cloud.vpc())
    let first = try cloud.make("EC2::RouteTable", ["VpcId": vpc], token: "t1").identifier
    expectRefusal("IdempotentParameterMismatch") {
      try cloud.make("EC2::RouteTable", ["VpcId": vpc, "Tags": [["Key": "a", "Value": "b"]]], token: "t1")
    }
    try cloud.delete("EC2::RouteTable", first)
    #expect(try cloud.make("EC2::RouteTable", ["VpcId": vpc], token: "t1").identifier == first)
    expectRefusal("InvalidRouteTableID.NotFound") { _ = try cloud.read("EC2::RouteTable", first) }
  }

  @Test("A type whose API takes no token ignores it: a repeat makes a second object")
  func ignored() throws {
    var cloud = CloudFixture()
    let first = try cloud.make("EC2::VPC", ["CidrBlock": "10.0.0.0/16"], token: "t1").identifier
    #expect(try cloud.make("EC2::VPC", ["CidrBlock": "10.0.0.0/16"], token: "t1").identifier != first)
  }

  @Test("A caller reference is refused when it is repeated, and finds the object")
  func callerReference() throws {
    var cloud = CloudFixture()
    let zone = try cloud.make("Route53::HostedZone", ["Name": "example.com."], token: "t1").identifier
    expectRefusal("HostedZoneAlreadyExists") { try cloud.make("Route53::HostedZone", ["Name": "example.com."], token: "t1") }
    let query = ObjectQuery(
      type: "AWS::Route53::HostedZone", placement: cloud.place, route: .embedded, filter: .callerReference("t1"))
    #expect(try cloud.store.find(query, at: cloud.now).map(\.identifier) == [zone])
  }

  @Test("A put overwrites what stands under its key, and a named create refuses")
  func upserts() throws {
    var cloud = CloudFixture()
    let rule: (String) -> PropertyObject = { ["Name": "nightly", "ScheduleExpression": .string($0)] }
    let first = try cloud.make("Events::Rule", rule("rate(1 day)"))
    let second = try cloud.make("Events::Rule", rule("rate(2 days)"))
    #expect(first.identifier == second.identifier)
    #expect(try cloud.read("Events::Rule", first.identifier).properties["ScheduleExpression"] == "rate(2 days)")
    _ = try cloud.role("app")
    expectRefusal("EntityAlreadyExists") { _ = try cloud.role("app") }
    try cloud.make("SNS::Topic", ["TopicName": "alarms"])
    #expect(try cloud.make("SNS::Topic", ["TopicName": "alarms"]).identifier.hasSuffix(":alarms"))
    expectRefusal("ResourceAlreadyExistsException") { try cloud.make("SNS::Topic", ["TopicName": "alarms", "DisplayName": "other"]) }
  }
}
