import ResourceCatalog
import StrataModel
import Testing

@testable import AWSProvider

@Suite("The IAM actions of direct handlers")
struct ResourcePermissionsTests {
  @Test("Every type with a handler has operations for making, reading and deleting")
  func complete() {
    let incomplete = AWSProvider.directTypes.filter { type in
      guard let operations = HandlerOperations.all[type] else { return true }
      return operations.create.isEmpty || operations.read.isEmpty || operations.delete.isEmpty
    }
    #expect(incomplete == [])
    #expect(Set(HandlerOperations.all.keys) == Set(AWSProvider.directTypes))
  }

  @Test("Every action is one that IAM knows", arguments: AWSProvider.directTypes)
  func known(_ type: String) {
    for operation in [PlanStep.Operation.create, .update, .delete, .adopt] {
      let unknown = (ResourcePermissions.actions(ofType: type, for: operation) ?? []).filter {
        ResourceCatalog.aws.actions.action($0.name, ofService: $0.service) == nil
      }
      #expect(unknown == [])
    }
  }

  @Test("A key's creation may also tag it, read it and look for it; its deletion changes nothing else")
  func key() {
    let create = ResourcePermissions.actions(ofType: "AWS::KMS::Key", for: .create)?.map(\.name)
    #expect(
      create == [
        "CreateKey", "DescribeKey", "DisableKey", "DisableKeyRotation", "EnableKeyRotation", "GetKeyPolicy", "GetKeyRotationStatus",
        "ListKeys",
        "ListResourceTags", "TagResource",
      ])
    let delete = ResourcePermissions.actions(ofType: "AWS::KMS::Key", for: .delete)?.map(\.name)
    #expect(delete == ["DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus", "ListResourceTags", "ScheduleKeyDeletion"])
    #expect(ResourcePermissions.actions(ofType: "AWS::KMS::Key", for: .keep) == [])
  }

  @Test("Operations that IAM names otherwise are translated")
  func translated() {
    #expect(IAMAction.needed(for: "s3:PutBucketEncryption") == [IAMAction("s3", "PutEncryptionConfiguration")])
    #expect(IAMAction.needed(for: "elbv2:CreateListener") == [IAMAction("elasticloadbalancing", "CreateListener")])
    #expect(IAMAction.needed(for: "cloudwatch:PutMetricAlarm") == [IAMAction("cloudwatch", "PutMetricAlarm")])
    #expect(
      IAMAction.needed(for: "cloudfront:CreateDistributionWithTags") == [
        IAMAction("cloudfront", "CreateDistribution"), IAMAction("cloudfront", "TagResource"),
      ])
  }

  @Test("A type without a handler has no actions of its own")
  func indirect() {
    #expect(ResourcePermissions.actions(ofType: "AWS::Athena::WorkGroup", for: .create) == nil)
    #expect(ResourcePermissions.cloudControlActions(for: .delete).map(\.description).contains("cloudformation:DeleteResource"))
  }
}
