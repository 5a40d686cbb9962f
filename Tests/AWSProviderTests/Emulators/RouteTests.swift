import ResourceCatalog
import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Routes to services")
struct RouteTests {
  private let place = Placement(account: "123456789012", region: "eu-central-1")

  private func route(_ type: String, _ emulator: EmulatorCapabilities? = nil) -> ResourceRecord.Route? {
    AWSProvider(emulator: emulator) { _ in ServiceScript() }.route(for: type, in: place)
  }

  @Test("A type with a handler goes direct, in the handler's version")
  func direct() {
    #expect(route("AWS::KMS::Key") == .direct(version: KeyHandler.version))
    // Cloud Control refuses this one, and the service's own API does not.
    #expect(route("AWS::Route53::RecordSet") == .direct(version: RecordSetHandler.version))
  }

  @Test("Every other type of the catalogue goes through Cloud Control, if that provisions it")
  func cloudControl() {
    #expect(route("AWS::DAX::Cluster") == .cloudControl)
    #expect(route("AWS::CloudFormation::WaitCondition") == nil)
    #expect(route("Example::No::Type") == nil)
  }

  @Test("An emulator has no route to what it lacks")
  func emulator() {
    let small = EmulatorCapabilities(name: "small", hasCloudControl: false, missingTypes: ["AWS::KMS::Key"])
    #expect(route("AWS::KMS::Key", small) == nil)
    #expect(route("AWS::KMS::Alias", small) == .direct(version: 1))
    #expect(route("AWS::DAX::Cluster", small) == nil)
    #expect(route("AWS::DAX::Cluster", EmulatorCapabilities(name: "large", hasCloudControl: true)) == .cloudControl)
  }

  @Test("Where only Cloud Control answers, everything that it provisions goes through it")
  func onlyCloudControl() {
    let served = EmulatorCapabilities(name: "served", hasCloudControl: true, hasServices: false)
    #expect(route("AWS::KMS::Key", served) == .cloudControl)
    #expect(route("AWS::Route53::RecordSet", served) == nil)
  }

  @Test("What moto is said to lack exists elsewhere: types in the catalogue, operations in the models")
  func motoTables() {
    let moto = EmulatorCapabilities.moto
    for type in moto.missingTypes.union(moto.unendingTypes) { #expect(ResourceCatalog.aws.type(type) != nil, "\(type)") }
    for operation in moto.missingOperations {
      let parts = operation.split(separator: ":").map(String.init)
      #expect(parts.count == 2 && ServiceModels.aws.service(parts[0])?.operation(parts[1]) != nil, "\(operation)")
    }
  }

  @Test("Operations that an emulator lacks are not asked for")
  func missingOperations() async throws {
    let cloud = EmulatorCapabilities(name: "small", hasCloudControl: false, missingOperations: ["cognito-idp:DeleteResourceServer"])
    let servers = ResourceFixture("AWS::Cognito::UserPoolResourceServer", emulator: cloud)
    #expect(try await servers.delete("pool|api") == .gone)
    servers.expectChanges()
  }

  @Test("A provider says who its credentials belong to, and goes to each placement by a way of its own")
  func authentication() async throws {
    let provider = AWSProvider { placement in
      let services = ServiceScript()
      services.script("sts:GetCallerIdentity", [.success(["Arn": .string("arn:aws:iam::\(placement.account):role/deploy")])])
      return services
    }
    #expect(try await provider.authenticate(in: place) == "arn:aws:iam::123456789012:role/deploy")
    let other = Placement(account: "210987654321", region: "eu-central-1")
    #expect(try await provider.authenticate(in: other) == "arn:aws:iam::210987654321:role/deploy")
  }
}
