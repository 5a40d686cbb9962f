import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Lookups and actions through AWS's own APIs")
struct LookupAndActionTests {
  private let services = ServiceScript()
  private let place = Placement(account: "123456789012", region: "us-east-1")

  private func provider() -> AWSProvider { AWSProvider { [services] _ in services } }

  private func lookUp(_ subject: LookupQuery.Subject) async throws -> PropertyValue {
    try await provider().lookUp(LookupQuery(subject, in: place))
  }

  // MARK: Lookups

  @Test("A parameter is read; a secret one is refused, and one that is missing is told apart")
  func parameter() async throws {
    services.script("ssm:GetParameter", [.success(["Parameter": ["Type": "String", "Value": "ami-0123456789abcdef0"]])])
    #expect(try await lookUp(.parameter(name: "/aws/service/x/image_id")) == "ami-0123456789abcdef0")
    #expect(services.takeSent() == [SentCall("ssm:GetParameter", ["Name": "/aws/service/x/image_id"])])
    services.script("ssm:GetParameter", [.success(["Parameter": ["Type": "SecureString", "Value": "kms:…"]])])
    let secret = await #expect(throws: ProviderError.self) { try await lookUp(.parameter(name: "/token")) }
    #expect(secret?.code == .invalidRequest)
    services.script("ssm:GetParameter", [.failure(.refused("ParameterNotFound", "no", "ssm:GetParameter"))])
    let missing = await #expect(throws: ProviderError.self) { try await lookUp(.parameter(name: "/none")) }
    #expect(missing?.code == .notFound)
  }

  @Test("Zones are those of the region, without local ones; facts of the organization come from Organizations")
  func zonesAndOrganization() async throws {
    services.script(
      "ec2:DescribeAvailabilityZones",
      [.success(["AvailabilityZones": [["ZoneName": "us-east-1b"], ["ZoneName": "us-east-1a"]]])])
    #expect(try await lookUp(.availabilityZones) == ["us-east-1a", "us-east-1b"])
    services.script(
      "organizations:DescribeOrganization", [.success(["Organization": ["Id": "o-1234567890", "MasterAccountId": "210987654321"]])])
    #expect(try await lookUp(.organization(attribute: "Id")) == "o-1234567890")
    #expect(try await lookUp(.organization(attribute: "ManagementAccountId")) == "210987654321")
  }

  // MARK: Actions

  private let action = ActionSpecification(
    effect: "passwords are long", run: ServiceRequest("iam", "UpdateAccountPasswordPolicy", ["MinimumPasswordLength": 14]),
    proof: .init(
      ServiceRequest("iam", "GetAccountPasswordPolicy"), [.init("PasswordPolicy.MinimumPasswordLength", .equals, 14)]),
    undo: ServiceRequest("iam", "DeleteAccountPasswordPolicy"))

  private func create() async throws -> OperationProgress {
    try await provider().create(
      CreateRequest(
        type: ActionSpecification.type, placement: place, route: .direct(version: 1), properties: action.document, token: nil,
        instance: "aaaaaaaaaaaaa"))
  }

  @Test("An action asks for its proof, calls, and asks again; what is not there yet proves nothing")
  func run() async throws {
    services.script(
      "iam:GetAccountPasswordPolicy",
      [
        .failure(.refused("NoSuchEntity", "no policy", "iam:GetAccountPasswordPolicy")),
        .success(["PasswordPolicy": ["MinimumPasswordLength": 14]]),
      ])
    services.script("iam:UpdateAccountPasswordPolicy", [.success([:])])
    #expect(try await create() == .done(ObjectDescription(identifier: "aaaaaaaaaaaaa", properties: [:])))
    #expect(
      services.takeSent() == [
        SentCall("iam:GetAccountPasswordPolicy", [:]), SentCall("iam:UpdateAccountPasswordPolicy", ["MinimumPasswordLength": 14]),
        SentCall("iam:GetAccountPasswordPolicy", [:]),
      ])
  }

  @Test("A call of unknown outcome is not repeated here: recovery asks for the proof")
  func unknown() async throws {
    services.script("iam:GetAccountPasswordPolicy", [.failure(.refused("NoSuchEntity", "no policy", "iam:GetAccountPasswordPolicy"))])
    services.script("iam:UpdateAccountPasswordPolicy", [.failure(.refused("AccessDenied", "no", "iam:UpdateAccountPasswordPolicy"))])
    let error = await #expect(throws: ProviderError.self) { try await create() }
    #expect(error?.execution == .notExecuted)
    #expect(services.takeSent().map(\.operation) == ["iam:GetAccountPasswordPolicy", "iam:UpdateAccountPasswordPolicy"])
  }

  @Test("What has a model is offered, and what an emulator is known to lack is not")
  func offers() {
    let provider = provider()
    #expect(provider.offers(action.run))
    #expect(provider.offers(ServiceRequest("s3control", "PutPublicAccessBlock")))
    #expect(provider.offers(ServiceRequest("backup", "UpdateRegionSettings")))
    #expect(!provider.offers(ServiceRequest("iam", "MakeCoffee")))
    #expect(!provider.offers(ServiceRequest("nothing", "Get")))
    let moto = AWSProvider(emulator: .moto) { [services] _ in services }
    #expect(!moto.offers(ServiceRequest("ce", "UpdateCostAllocationTagsStatus")))
    #expect(provider.route(for: ActionSpecification.type, in: place) == .direct(version: 1))
  }

  @Test("Permissions are those of the calls, under the names that IAM has for them")
  func permissions() {
    func names(_ actions: [IAMAction]) -> [String] { actions.map(\.description) }
    #expect(
      names(ActionPermissions.actions(for: action.document, .create)) == [
        "iam:GetAccountPasswordPolicy", "iam:UpdateAccountPasswordPolicy",
      ])
    #expect(
      names(ActionPermissions.actions(for: action.document, .delete)) == [
        "iam:DeleteAccountPasswordPolicy", "iam:GetAccountPasswordPolicy",
      ])
    #expect(ActionPermissions.actions(for: action.document, .keep).isEmpty)
    var block = action
    block.run = ServiceRequest("s3control", "PutPublicAccessBlock")
    #expect(names(ActionPermissions.actions(for: block.document, .create)).contains("s3:PutAccountPublicAccessBlock"))
    #expect(
      names(LookupPermissions.actions(for: LookupQuery(.parameter(name: "/a"), in: place))) == ["ssm:GetParameter"])
    #expect(
      names(
        LookupPermissions.actions(for: LookupQuery(.resource(type: "AWS::IAM::Role", identifier: "r", attribute: "Arn"), in: place))
      ).contains("iam:GetRole"))
  }
}
