import StrataModel
import Testing

@testable import AWSProvider

@Suite("What IAM actions can be limited to")
struct ActionResourcesTests {
  private static let place = Placement(account: "111122223333", region: "eu-west-1")

  @Test("Every action of a handler is in the table", arguments: AWSProvider.directTypes)
  func complete(_ type: String) {
    for operation in [PlanStep.Operation.create, .update, .delete, .adopt] {
      let missing = (ResourcePermissions.actions(ofType: type, for: operation) ?? []).filter { ActionResources.of($0) == nil }
      #expect(missing == [])
    }
  }

  @Test("No change is allowed on everything where it can be limited", arguments: AWSProvider.directTypes)
  func limited(_ type: String) {
    let scope = ActionScope(of: KnownResource(type: type, placement: Self.place, properties: [:]), related: [])
    for operation in [PlanStep.Operation.create, .update, .delete] {
      let open = (ResourcePermissions.actions(ofType: type, for: operation) ?? []).filter { action in
        guard let facts = ActionResources.of(action), !facts.entries.isEmpty, facts.level != .read else { return false }
        return scope.resources(for: action) == ["*"]
      }
      #expect(open == [])
    }
  }

  @Test("Where several kinds lie in one ARN, the longest fits what is below the others")
  func below() {
    let scope = ActionScope(own: ["arn:aws:s3:::reports"], placement: Self.place)
    #expect(scope.resources(for: IAMAction("s3", "PutObject")) == ["arn:aws:s3:::reports/*"])
    #expect(scope.resources(for: IAMAction("s3", "PutBucketPolicy")) == ["arn:aws:s3:::reports"])
  }

  @Test("A kind that the step does not name is still allowed where each call needs one")
  func required() {
    let scope = ActionScope(own: ["arn:aws:ec2:eu-west-1:111122223333:internet-gateway/igw-1"], placement: Self.place)
    #expect(
      scope.resources(for: IAMAction("ec2", "AttachInternetGateway")) == [
        "arn:aws:ec2:eu-west-1:111122223333:internet-gateway/igw-1", "arn:aws:ec2:eu-west-1:111122223333:vpc/*",
      ])
  }

  @Test("Tags are put on the resource itself, whatever else the action could tag")
  func tags() {
    let scope = ActionScope(
      own: ["arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1"], related: ["arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1"],
      placement: Self.place)
    #expect(scope.resources(for: IAMAction("ec2", "CreateTags")) == ["arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1"])
  }

  @Test("A replica is named together with what it is a replica of")
  func replica() {
    let primary = "arn:aws:kms:us-east-1:111122223333:key/mrk-1"
    let scope = ActionScope(
      of: KnownResource(type: "AWS::KMS::ReplicaKey", placement: Self.place, properties: ["PrimaryKeyArn": .string(primary)]),
      related: [primary])
    #expect(
      scope.resources(for: IAMAction("kms", "ReplicateKey")) == ["arn:aws:kms:eu-west-1:111122223333:key/*", primary])
  }

  @Test("An ARN that does not end where its kind ends is of another kind")
  func kinds() throws {
    let role = try #require(ActionResources.of(IAMAction("iam", "CreateRole"))?.entries.first?.kind)
    #expect(role.matches("arn:aws:iam::111122223333:role/app/worker"))
    #expect(!role.matches("arn:aws:iam::111122223333:user/worker"))
    #expect(!role.matches("arn:aws:iam::111122223333:role/"))
    #expect(!role.matches("role/worker"))
  }
}
