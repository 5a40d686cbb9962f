import Foundation
import StrataDeployment
import StrataEmbeddedCloud
import StrataModel
import Testing

@Suite("What actions call in the embedded cloud")
struct ActionOperationTests {
  private let place = Placement(account: "123456789012", region: "us-east-1")

  private func make(_ type: String, _ properties: PropertyObject, in cloud: EmbeddedCloud) async throws -> ObjectDescription {
    var progress = try await cloud.create(
      CreateRequest(type: type, placement: place, route: .embedded, properties: properties, token: nil))
    while case .inProgress(let pending) = progress {
      progress = try await cloud.poll(
        PollRequest(operation: .create, type: type, placement: place, route: .embedded, waitToken: pending.waitToken))
    }
    guard case .done(let made) = progress else { throw ProviderError(.notFound, "not made") }
    return made
  }

  private func code(_ cloud: EmbeddedCloud, _ service: String, _ operation: String, _ input: PropertyObject = [:]) async -> String? {
    do throws(ProviderError) {
      _ = try await cloud.call(ServiceRequest(service, operation, input), in: place)
      return nil
    } catch {
      return error.serviceCode
    }
  }

  @Test("Settings are set, read and taken back by account and region, and outlive the process")
  func settings() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("strata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cloud = try EmbeddedCloud(directory: folder)
    #expect(await code(cloud, "iam", "GetAccountPasswordPolicy") == "NoSuchEntity")
    #expect(await code(cloud, "iam", "UpdateAccountPasswordPolicy", ["MinimumPasswordLength": 14]) == nil)
    #expect(await code(cloud, "ec2", "EnableEbsEncryptionByDefault") == nil)
    let again = try EmbeddedCloud(directory: folder)
    let policy = try await again.call(ServiceRequest("iam", "GetAccountPasswordPolicy"), in: place)
    #expect(policy["PasswordPolicy"]?["MinimumPasswordLength"] == 14)
    #expect(policy["PasswordPolicy"]?["RequireSymbols"] == false)
    let elsewhere = Placement(account: place.account, region: "eu-west-1")
    let read = ServiceRequest("ec2", "GetEbsEncryptionByDefault")
    #expect(try await again.call(read, in: place) == ["EbsEncryptionByDefault": true])
    #expect(try await again.call(read, in: elsewhere) == ["EbsEncryptionByDefault": false])
    #expect(await code(again, "iam", "DeleteAccountPasswordPolicy") == nil)
    #expect(await code(try EmbeddedCloud(directory: folder), "iam", "GetAccountPasswordPolicy") == "NoSuchEntity")
  }

  @Test("Unknown operations, unknown parameters and values out of bounds are refused")
  func strict() async {
    let cloud = EmbeddedCloud()
    #expect(await code(cloud, "ec2", "RunInstances") == "UnknownOperationException")
    #expect(await code(cloud, "iam", "UpdateAccountPasswordPolicy", ["MinimumPasswordLenght": 14]) == "ValidationException")
    #expect(await code(cloud, "iam", "UpdateAccountPasswordPolicy", ["MinimumPasswordLength": 5]) == "ValidationException")
    #expect(await code(cloud, "s3control", "PutPublicAccessBlock", ["AccountId": "999999999999"]) == "AccessDenied")
    #expect(EmbeddedCloud.actionOperations.contains("cognito-idp:AdminCreateUser"))
  }

  @Test("People live in a pool that stands, once each, and go with it")
  func users() async throws {
    let cloud = EmbeddedCloud()
    #expect(
      await code(cloud, "cognito-idp", "AdminGetUser", ["UserPoolId": "us-east-1_x", "Username": "a"]) == "ResourceNotFoundException")
    let pool = try await make("AWS::Cognito::UserPool", ["UserPoolName": "people"], in: cloud)
    let who: PropertyObject = ["UserPoolId": .string(pool.identifier), "Username": "admin"]
    #expect(await code(cloud, "cognito-idp", "AdminGetUser", who) == "UserNotFoundException")
    #expect(await code(cloud, "cognito-idp", "AdminCreateUser", who) == nil)
    #expect(await code(cloud, "cognito-idp", "AdminCreateUser", who) == "UsernameExistsException")
    let password = who.merging(["Password": "Correct-Horse-1", "Permanent": true])
    #expect(await code(cloud, "cognito-idp", "AdminSetUserPassword", password) == nil)
    let user = try await cloud.call(ServiceRequest("cognito-idp", "AdminGetUser", who), in: place)
    #expect(user["UserStatus"] == "CONFIRMED")
    #expect(!"\(user)".contains("Horse"))
  }

  @Test("A tag is activated for billing once an object bears it")
  func costTags() async throws {
    let cloud = EmbeddedCloud()
    let request = ServiceRequest(
      "ce", "UpdateCostAllocationTagsStatus", ["CostAllocationTagsStatus": [["TagKey": "Tenant", "Status": "Active"]]])
    #expect(try await cloud.call(request, in: place)["Errors"]?.arrayValue?.count == 1)
    _ = try await make("AWS::SQS::Queue", ["QueueName": "q", "Tags": [["Key": "Tenant", "Value": "a"]]], in: cloud)
    #expect(try await cloud.call(request, in: place) == ["Errors": []])
    let list = try await cloud.call(ServiceRequest("ce", "ListCostAllocationTags", ["Status": "Active"]), in: place)
    #expect(list == ["CostAllocationTags": [["Status": "Active", "TagKey": "Tenant", "Type": "UserDefined"]]])
  }

  @Test("What an organization is allowed, only its management account can say, and only of its members")
  func organization() async throws {
    let cloud = EmbeddedCloud()
    let access: PropertyObject = ["ServicePrincipal": "ram.amazonaws.com"]
    #expect(await code(cloud, "organizations", "EnableAWSServiceAccess", access) == "AWSOrganizationsNotInUseException")
    _ = try await make("AWS::Organizations::Organization", ["FeatureSet": "ALL"], in: cloud)
    #expect(await code(cloud, "organizations", "EnableAWSServiceAccess", access) == nil)
    let list = try await cloud.call(ServiceRequest("organizations", "ListAWSServiceAccessForOrganization"), in: place)
    #expect(list == ["EnabledServicePrincipals": [["ServicePrincipal": "ram.amazonaws.com"]]])
    #expect(
      await code(cloud, "guardduty", "EnableOrganizationAdminAccount", ["AdminAccountId": "210987654321"]) == "AccountNotFoundException")
    let member = try await make("AWS::Organizations::Account", ["AccountName": "security", "Email": "s@example.com"], in: cloud)
    let admin: PropertyObject = ["AdminAccountId": .string(member.identifier)]
    #expect(await code(cloud, "guardduty", "EnableOrganizationAdminAccount", admin) == nil)
    let admins = try await cloud.call(ServiceRequest("guardduty", "ListOrganizationAdminAccounts"), in: place)
    #expect(admins["AdminAccounts"]?.arrayValue?.first?["AdminAccountId"]?.stringValue == member.identifier)
    // Only the administrator enrolls, and only members of the organization.
    let details: PropertyObject = ["AccountDetails": [["AccountId": .string(place.account)], ["AccountId": "210987654321"]]]
    #expect(await code(cloud, "securityhub", "CreateMembers", details) == "InvalidAccessException")
    #expect(await code(cloud, "securityhub", "EnableOrganizationAdminAccount", admin) == nil)
    let security = Placement(account: member.identifier, region: place.region)
    let answer = try await cloud.call(ServiceRequest("securityhub", "CreateMembers", details), in: security)
    #expect(answer["UnprocessedAccounts"]?.arrayValue?.compactMap { $0["AccountId"]?.stringValue } == ["210987654321"])
    let members = try await cloud.call(ServiceRequest("securityhub", "ListMembers"), in: security)
    #expect(members["Members"]?.arrayValue?.compactMap { $0["AccountId"]?.stringValue } == [place.account])
    let roots = try await cloud.call(ServiceRequest("organizations", "ListRoots"), in: place)
    let root = try #require(roots["Roots"]?.arrayValue?.first?["Id"])
    #expect(await code(cloud, "organizations", "EnablePolicyType", ["RootId": root, "PolicyType": "TAG_POLICY"]) == nil)
  }
}
