import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Whether an operation on an object goes on")
struct ProgressTests {
  private func target(_ fixture: ResourceFixture, _ route: ResourceRecord.Route = .direct(version: 1)) -> ObjectTarget {
    ObjectTarget(type: fixture.type, placement: fixture.placement, route: route, identifier: "one")
  }

  @Test(
    "A database's status tells one in use from one that is being deleted",
    arguments: [("available", false), ("stopped", false), ("deleting", true), ("modifying", true), ("failed", true)])
  func database(status: String, goesOn: Bool) async throws {
    let database = ResourceFixture("AWS::RDS::DBInstance")
    database.answer("rds:DescribeDBInstances", ["DBInstances": [["DBInstanceIdentifier": "one", "DBInstanceStatus": .string(status)]]])
    #expect(try await database.provider.isInProgress(target(database)) == goesOn)
  }

  @Test("What is not seen may be anything", arguments: ["AWS::RDS::DBInstance", "AWS::DynamoDB::Table", "AWS::EC2::NatGateway"])
  func unseen(type: String) async throws {
    let fixture = ResourceFixture(type)
    fixture.refuse("rds:DescribeDBInstances", "DBInstanceNotFound")
    fixture.refuse("dynamodb:DescribeTable", "ResourceNotFoundException")
    fixture.refuse("ec2:DescribeNatGateways", "NatGatewayNotFound")
    #expect(try await fixture.provider.isInProgress(target(fixture)))
  }

  @Test("Only types with a status of their own tell, and only on their direct route")
  func types() {
    let table = ResourceFixture("AWS::DynamoDB::Table")
    #expect(table.provider.showsProgress(of: target(table)))
    // A service that drains looks like one without tasks.
    let service = ResourceFixture("AWS::ECS::Service")
    #expect(!service.provider.showsProgress(of: target(service)))
    let provider = AWSProvider { _ in table.services }
    #expect(provider.showsProgress(of: target(table)) && !provider.showsProgress(of: target(table, .cloudControl)))
  }
}
