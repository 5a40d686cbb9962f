import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Direct provider")
struct DirectProviderTests {
  private let key = ResourceFixture("AWS::KMS::Key")
  private let group = ResourceFixture("AWS::Logs::LogGroup")
  private let gateway = ResourceFixture("AWS::EC2::NatGateway")

  private func nat(_ state: String) -> AWSValue {
    ["NatGateways": [["NatGatewayId": "nat-1", "State": .string(state), "SubnetId": "subnet-1"]]]
  }

  @Test("A create that answers with the attributes is done without a read")
  func createWithoutRead() async throws {
    key.answer("kms:CreateKey", ["KeyMetadata": ["KeyId": "k-1", "Arn": "arn:aws:kms:eu-central-1:123456789012:key/k-1"]])
    let object = try await key.create([:]).object
    #expect(object?.identifier == "k-1")
    #expect(object?.properties == ["KeyId": "k-1", "Arn": "arn:aws:kms:eu-central-1:123456789012:key/k-1"])
    key.expectCalls(SentCall("kms:CreateKey"))
  }

  @Test("A create that goes on tells its identifier and attributes at once, and is polled until it is ready")
  func pendingCreate() async throws {
    gateway.answer("ec2:CreateNatGateway", ["NatGateway": ["NatGatewayId": "nat-1", "State": "pending", "SubnetId": "subnet-1"]])
    gateway.answer("ec2:DescribeNatGateways", nat("pending"), nat("pending"), nat("available"))
    let pending = try #require(try await gateway.create(["SubnetId": "subnet-1"]).pending)
    #expect(pending.identifier == "nat-1")
    #expect(pending.pollAfter == 5_000)
    #expect(pending.description?.properties["NatGatewayId"] == "nat-1")

    let later = try #require(try await gateway.poll(.create, pending.waitToken).pending)
    #expect(later.waitToken == pending.waitToken)
    let object = try await gateway.poll(.create, later.waitToken).object
    #expect(object?.identifier == "nat-1")
    #expect(object?.properties["SubnetId"] == "subnet-1")
  }

  @Test("A create whose object fails while it is made was executed, and the object is named")
  func failedCreate() async {
    gateway.answer("ec2:CreateNatGateway", ["NatGateway": ["NatGatewayId": "nat-1", "State": "pending"]])
    gateway.answer(
      "ec2:DescribeNatGateways", ["NatGateways": [["NatGatewayId": "nat-1", "State": "failed", "FailureMessage": "no free address"]]])
    let error = await failure { () throws(ProviderError) in try await gateway.create(["SubnetId": "subnet-1"]) }
    #expect(error?.message == "no free address")
    #expect(error?.execution == .executed)
    #expect(error?.identifier == "nat-1")
  }

  @Test("A later call that fails leaves a partial create; a first one leaves nothing")
  func partialCreate() async {
    group.refuse("logs:PutRetentionPolicy", "LimitExceeded")
    let partial = await failure { () throws(ProviderError) in try await group.create(["LogGroupName": "app", "RetentionInDays": 7]) }
    #expect(partial?.execution == .executed)
    #expect(partial?.identifier == "app")
    #expect(partial?.code == .limitExceeded)

    group.refuse("logs:CreateLogGroup", "ResourceAlreadyExistsException")
    let refused = await failure { () throws(ProviderError) in try await group.create(["LogGroupName": "app"]) }
    #expect(refused?.execution == .notExecuted)
    #expect(refused?.identifier == nil)
    #expect(refused?.code == .alreadyExists)
  }

  @Test("A delete is polled until the service shows the object no more")
  func startedDelete() async throws {
    gateway.answer("ec2:DescribeNatGateways", nat("deleting"), nat("deleting"), nat("deleted"))
    let pending = try #require(try await gateway.delete("nat-1").pending)
    #expect(pending.waitToken == "direct/delete/nat-1")
    #expect(try await gateway.poll(.delete, pending.waitToken).pending != nil)
    #expect(try await gateway.poll(.delete, pending.waitToken) == .gone)
  }

  @Test("A delete that ends at once is gone, and one that only schedules says until when")
  func otherDeletes() async throws {
    #expect(try await group.delete("app") == .gone)
    key.answer("kms:ScheduleKeyDeletion", ["DeletionDate": .timestamp(1_767_225_600)])
    let object = try await key.delete("k-1").object
    #expect(object?.identifier == "k-1")
    #expect(object?.pendingDeletionUntil == 1_767_225_600)
  }

  @Test("An operation that an emulator never ends is not waited for")
  func unending() async throws {
    let emulator = EmulatorCapabilities(name: "small", hasCloudControl: false, unendingTypes: ["AWS::EC2::NatGateway"])
    let gateway = ResourceFixture("AWS::EC2::NatGateway", emulator: emulator)
    gateway.answer("ec2:CreateNatGateway", ["NatGateway": ["NatGatewayId": "nat-1", "State": "pending"]])
    gateway.answer("ec2:DescribeNatGateways", nat("pending"))
    #expect(try await gateway.create(["SubnetId": "subnet-1"]).object?.identifier == "nat-1")
    #expect(try await gateway.delete("nat-1") == .gone)
  }

  @Test("A delete that finds something missing is believed when a read finds nothing either")
  func absentDelete() async throws {
    let endpoint = ResourceFixture("AWS::EC2::VPCEndpoint")
    endpoint.refuse("ec2:DeleteVpcEndpoints", "InvalidRoute.NotFound")
    endpoint.answer("ec2:DescribeVpcEndpoints", ["VpcEndpoints": [["VpcEndpointId": "vpce-1", "State": "available"]]])
    let error = await failure { () throws(ProviderError) in try await endpoint.delete("vpce-1") }
    #expect(error?.code == .invalidRequest)
    endpoint.answer("ec2:DescribeVpcEndpoints", ["VpcEndpoints": [["VpcEndpointId": "vpce-1", "State": "deleted"]]])
    #expect(try await endpoint.delete("vpce-1") == .gone)
  }

  @Test("A read of what is not there is refused as absent")
  func absentRead() async {
    key.refuse("kms:DescribeKey", "NotFoundException")
    let error = await failure { () throws(ProviderError) in try await key.read("k-1") }
    #expect(error?.code == .notFound)
    #expect(error?.message == "There is no AWS::KMS::Key 'k-1' in 123456789012/eu-central-1.")
  }

  @Test("What is no wait of a direct handler is refused")
  func foreignToken() async {
    let error = await failure { () throws(ProviderError) in try await key.poll(.create, "7f3e") }
    #expect(error?.code == .invalidRequest)
  }

  @Test("Types without a handler, and types that nobody knows, are not supported", arguments: ["AWS::DAX::Cluster", "Example::No::Type"])
  func unknownTypes(_ type: String) async {
    let fixture = ResourceFixture(type)
    #expect(fixture.provider.route(for: type) == nil)
    #expect(await failure { () throws(ProviderError) in try await fixture.create([:]) }?.code == .unsupported)
    #expect(await failure { () throws(ProviderError) in try await fixture.read("x") }?.code == .unsupported)
    #expect(await failure { () throws(ProviderError) in try await fixture.delete("x") }?.code == .unsupported)
    #expect(await failure { () throws(ProviderError) in try await fixture.find(.all) }?.code == .unsupported)
    fixture.expectCalls()
  }
}
