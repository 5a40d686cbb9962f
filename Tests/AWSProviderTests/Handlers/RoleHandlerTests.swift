import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("IAM roles")
struct RoleHandlerTests {
  private let role = ResourceFixture("AWS::IAM::Role")
  private let trust: PropertyValue = ["Version": "2012-10-17", "Statement": []]
  private let trustText: AWSValue = #"{"Statement":[],"Version":"2012-10-17"}"#

  @Test("A role is created with its trust as text; attached and inline policies follow")
  func create() async throws {
    role.answer(
      "iam:CreateRole",
      ["Role": ["RoleName": "app", "Arn": "arn:aws:iam::123456789012:role/app", "RoleId": "AROA1", "AssumeRolePolicyDocument": "%7B%7D"]])
    let object = try await role.create([
      "RoleName": "app", "AssumeRolePolicyDocument": trust, "ManagedPolicyArns": ["arn:1", "arn:2"],
      "Policies": [["PolicyName": "inline", "PolicyDocument": ["Statement": []]]], "Tags": [["Key": "team", "Value": "core"]],
    ]).object
    role.expectCalls(
      SentCall(
        "iam:CreateRole", ["RoleName": "app", "AssumeRolePolicyDocument": trustText, "Tags": [["Key": "team", "Value": "core"]]]),
      SentCall("iam:AttachRolePolicy", ["RoleName": "app", "PolicyArn": "arn:1"]),
      SentCall("iam:AttachRolePolicy", ["RoleName": "app", "PolicyArn": "arn:2"]),
      SentCall("iam:PutRolePolicy", ["RoleName": "app", "PolicyName": "inline", "PolicyDocument": #"{"Statement":[]}"#]))
    #expect(object?.identifier == "app")
    #expect(object?.properties["Arn"] == "arn:aws:iam::123456789012:role/app")
    #expect(object?.properties["RoleId"] == "AROA1")
    #expect(object?.properties["AssumeRolePolicyDocument"] == [:])
  }

  @Test("Trust, description and boundary have operations of their own; a description that goes becomes empty")
  func update() async throws {
    try await role.update("app", from: [:], to: ["AssumeRolePolicyDocument": trust])
    role.expectChanges(SentCall("iam:UpdateAssumeRolePolicy", ["RoleName": "app", "PolicyDocument": trustText]))
    try await role.update("app", from: ["Description": "old", "MaxSessionDuration": 7200], to: [:])
    role.expectChanges(SentCall("iam:UpdateRole", ["RoleName": "app", "Description": "", "MaxSessionDuration": 3600]))
    try await role.update("app", from: [:], to: ["PermissionsBoundary": "arn:b"])
    role.expectChanges(SentCall("iam:PutRolePermissionsBoundary", ["RoleName": "app", "PermissionsBoundary": "arn:b"]))
    try await role.update("app", from: ["PermissionsBoundary": "arn:b"], to: [:])
    role.expectChanges(SentCall("iam:DeleteRolePermissionsBoundary", ["RoleName": "app"]))
  }

  @Test("What is missing is attached, what was declared before is detached, and what others attached stays")
  func attachedPolicies() async throws {
    role.answer("iam:ListAttachedRolePolicies", ["AttachedPolicies": [["PolicyArn": "arn:1"], ["PolicyArn": "arn:foreign"]]])
    try await role.update("app", from: ["ManagedPolicyArns": ["arn:1"]], to: ["ManagedPolicyArns": ["arn:2"]])
    role.expectChanges(
      SentCall("iam:AttachRolePolicy", ["RoleName": "app", "PolicyArn": "arn:2"]),
      SentCall("iam:DetachRolePolicy", ["RoleName": "app", "PolicyArn": "arn:1"]))
  }

  @Test("Inline policies that are no longer declared are deleted")
  func inlinePolicies() async throws {
    role.answer("iam:ListRolePolicies", ["PolicyNames": ["old", "new", "of-another-resource"]])
    try await role.update(
      "app", from: ["Policies": [["PolicyName": "old", "PolicyDocument": [:]]]],
      to: ["Policies": [["PolicyName": "new", "PolicyDocument": [:]]]])
    role.expectChanges(
      SentCall("iam:PutRolePolicy", ["RoleName": "app", "PolicyName": "new", "PolicyDocument": "{}"]),
      SentCall("iam:DeleteRolePolicy", ["RoleName": "app", "PolicyName": "old"]))
  }

  @Test("Whatever holds a role goes before it")
  func delete() async throws {
    role.answer("iam:ListAttachedRolePolicies", ["AttachedPolicies": [["PolicyArn": "arn:1"]]])
    role.answer("iam:ListRolePolicies", ["PolicyNames": ["inline"]])
    role.answer("iam:ListInstanceProfilesForRole", ["InstanceProfiles": [["InstanceProfileName": "profile"]]])
    #expect(try await role.delete("app") == .gone)
    let name: AWSValue = ["RoleName": "app"]
    role.expectCalls(
      SentCall("iam:ListAttachedRolePolicies", name), SentCall("iam:DetachRolePolicy", ["RoleName": "app", "PolicyArn": "arn:1"]),
      SentCall("iam:ListRolePolicies", name), SentCall("iam:DeleteRolePolicy", ["RoleName": "app", "PolicyName": "inline"]),
      SentCall("iam:ListInstanceProfilesForRole", name),
      SentCall("iam:RemoveRoleFromInstanceProfile", ["RoleName": "app", "InstanceProfileName": "profile"]),
      SentCall("iam:DeleteRole", name))
  }

  @Test("A read shows the trust decoded, the boundary by its ARN, and all policies")
  func read() async throws {
    role.answer(
      "iam:GetRole",
      [
        "Role": [
          "RoleName": "app", "AssumeRolePolicyDocument": "%7B%22Version%22%3A%222012-10-17%22%7D",
          "PermissionsBoundary": ["PermissionsBoundaryArn": "arn:b", "PermissionsBoundaryType": "Policy"],
        ]
      ])
    role.answer("iam:ListAttachedRolePolicies", ["AttachedPolicies": [["PolicyArn": "arn:1"]]])
    role.answer("iam:ListRolePolicies", ["PolicyNames": ["inline"]])
    role.answer("iam:GetRolePolicy", ["RoleName": "app", "PolicyName": "inline", "PolicyDocument": "%7B%7D"])
    let document = try await role.read("app")
    #expect(document["AssumeRolePolicyDocument"] == ["Version": "2012-10-17"])
    #expect(document["PermissionsBoundary"] == "arn:b")
    #expect(document["ManagedPolicyArns"] == ["arn:1"])
    #expect(document["Policies"] == [["PolicyName": "inline", "PolicyDocument": [:]]])
  }

  @Test("A read of a declared role leaves out the policies of other resources")
  func readDeclared() async throws {
    role.answer("iam:GetRole", ["Role": ["RoleName": "app"]])
    role.answer("iam:ListAttachedRolePolicies", ["AttachedPolicies": [["PolicyArn": "arn:1"], ["PolicyArn": "arn:of-a-managed-policy"]]])
    role.answer("iam:ListRolePolicies", ["PolicyNames": ["inline", "of-another-resource"]])
    role.answer("iam:GetRolePolicy", ["RoleName": "app", "PolicyName": "inline", "PolicyDocument": "%7B%7D"])
    let document = try await role.read(
      "app", declared: ["ManagedPolicyArns": ["arn:1"], "Policies": [["PolicyName": "inline", "PolicyDocument": [:]]]])
    #expect(document["ManagedPolicyArns"] == ["arn:1"])
    #expect(document["Policies"] == [["PolicyName": "inline", "PolicyDocument": [:]]])
  }
}
