import AWSProvider
import StrataModel
import Testing

@testable import Strata

@Suite("The policy that a plan needs")
struct PermissionPolicyTests {
  private static let place = Placement(account: "111122223333", region: "eu-west-1")

  private func step(
    _ type: String, _ properties: PropertyObject = [:], does operation: PlanStep.Operation = .create, in placement: Placement = place
  ) -> PermissionPolicy.Step {
    PermissionPolicy.Step(type: type, operation: operation, placement: placement, properties: properties)
  }

  private func statement(_ sid: String, of policy: PermissionPolicy) -> PropertyObject? {
    policy.statements.first { $0["Sid"] == .string(sid) }
  }

  @Test("Actions are limited to the regions of the plan, those of global services are not")
  func regions() {
    let policy = PermissionPolicy(account: "111122223333", steps: [step("AWS::SNS::Topic"), step("AWS::IAM::Role")])
    #expect(
      statement("Sns", of: policy)?["Condition"] == ["StringEquals": ["aws:RequestedRegion": ["eu-west-1"]]])
    #expect(statement("Iam", of: policy) != nil)
    #expect(statement("Iam", of: policy)?["Condition"] == nil)
  }

  @Test("Roles that a resource is given are named, and nothing in a policy counts as given")
  func passedRoles() {
    let role = "arn:aws:iam::111122223333:role/task"
    let policy = PermissionPolicy(
      account: "111122223333",
      steps: [
        step("AWS::ECS::TaskDefinition", ["ExecutionRoleArn": .string(role), "TaskRoleArn": .string(role)]),
        step("AWS::IAM::InstanceProfile", ["Roles": ["host"]]),
        step("AWS::S3::BucketPolicy", ["PolicyDocument": ["Principal": ["AWS": "arn:aws:iam::111122223333:role/reader"]]]),
      ])
    #expect(
      statement("PassRoles", of: policy)?["Resource"] == [
        "arn:aws:iam::111122223333:role/host", "arn:aws:iam::111122223333:role/task",
      ])
  }

  @Test("A key that a service uses brings the actions on keys, an AWS-owned one does not")
  func keys() {
    let own = PermissionPolicy(
      account: "111122223333",
      steps: [step("AWS::Logs::LogGroup", ["KmsKeyId": "arn:aws:kms:eu-west-1:111122223333:key/1"])])
    #expect(statement("UseKeys", of: own)?["Resource"] == ["arn:aws:kms:eu-west-1:111122223333:key/*"])
    #expect(statement("GrantKeysToServices", of: own)?["Condition"] == ["Bool": ["kms:GrantIsForAWSResource": "true"]])
    let owned = PermissionPolicy(account: "111122223333", steps: [step("AWS::SNS::Topic", ["KmsMasterKeyId": "alias/aws/sns"])])
    #expect(statement("UseKeys", of: owned) == nil)
  }

  @Test("Steps that do nothing need nothing")
  func nothing() {
    let policy = PermissionPolicy(
      account: "111122223333", steps: [step("AWS::SNS::Topic", does: .keep), step("AWS::IAM::Role", does: .forget)])
    #expect(policy.statements == [])
    #expect(policy.documents == [])
  }

  @Test("What does not fit into one managed policy is split between statements")
  func split() {
    let policy = PermissionPolicy(account: "111122223333", steps: AWSProvider.directTypes.map { step($0) })
    #expect(policy.documents.count > 1)
    for document in policy.documents {
      #expect(JSONWriter.plainText(of: document).filter { !$0.isWhitespace }.count <= PermissionPolicy.managedPolicyLimit)
    }
  }

  @Test("A type that goes through Cloud Control is told, because its service's actions are not known")
  func indirect() {
    let report = PermissionReport(steps: [step("AWS::Athena::WorkGroup")])
    #expect(report.indirectTypes == ["AWS::Athena::WorkGroup"])
  }

  @Test("Each account and role has its own policy, and the caller may assume the roles")
  func accounts() {
    let role = "arn:aws:iam::444455556666:role/deployer"
    let other = Placement(account: "444455556666", region: "eu-west-1", roleChain: [role])
    let report = PermissionReport(steps: [step("AWS::SNS::Topic"), step("AWS::SNS::Topic", in: other)])
    #expect(report.entries.map(\.account) == ["111122223333", "444455556666", ""])
    #expect(report.entries.map(\.role) == [nil, role, nil])
    #expect(report.entries.last?.documents.first?["Statement"]?.arrayValue?.first?["Resource"] == [.string(role)])
  }

  @Test("A role of the program is named before it exists")
  func roleNames() {
    let here = SourceLocation(fileID: "Stacks/A.swift", line: 1, column: 1)
    let named = ResourceNode(
      address: "a/named", type: "AWS::IAM::Role", placement: Self.place, properties: ["RoleName": "worker", "Path": "/app/"], source: here)
    let unnamed = ResourceNode(address: "a/unnamed", type: "AWS::IAM::Role", placement: Self.place, source: here)
    let names = RoleNames(in: [named, unnamed], environment: "pilot")
    let filled = names.filled(
      ["RoleArn": .reference(Reference("a/named", "Arn")), "Other": .reference(Reference("a/unnamed", "Arn"))], in: Self.place)
    #expect(filled["RoleArn"] == "arn:aws:iam::111122223333:role/app/worker")
    #expect(filled["Other"] == "arn:aws:iam::111122223333:role/pilot-*")
  }
}
