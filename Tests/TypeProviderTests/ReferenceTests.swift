import Foundation
import ResourceCatalog
import Testing

@testable import TypeProvider

@Suite("Typed references")
struct ReferenceTests {
  private func targets(_ type: ValueType) -> [ReferenceTarget] {
    switch type {
    case .reference(let target): [target]
    case .list(let element), .map(let element): targets(element)
    default: []
    }
  }

  /// Every parameter of the shipped types, nested ones too, with the path that leads to it.
  private func allParameters() -> [(path: String, parameter: Parameter)] {
    var result: [(String, Parameter)] = []
    func add(_ types: [NestedType], _ owner: String) {
      for type in types {
        guard case .object(let parameters, let nested) = type.content else { continue }
        for parameter in parameters { result.append(("\(owner).\(type.name).\(parameter.property)", parameter)) }
        add(nested, "\(owner).\(type.name)")
      }
    }
    for service in ServiceNames.shipped {
      for type in ResourceCatalog.aws.types(ofService: "AWS::\(service)") {
        let surface = ResourceSurface(type)
        let name = "\(service).\(surface.swiftName)"
        for parameter in surface.parameters { result.append(("\(name).\(parameter.property)", parameter)) }
        add(surface.nested, name)
      }
    }
    return result
  }

  @Test(
    "Identifiers of known kinds take the resource, and the parameter knows the attribute",
    arguments: [
      ("EC2.Subnet.VpcId", "EC2.VPC.VpcId"), ("EC2.Route.RouteTableId", "EC2.RouteTable.RouteTableId"),
      ("EC2.NatGateway.AllocationId", "EC2.EIP.AllocationId"), ("EC2.NatGateway.SubnetId", "EC2.Subnet.SubnetId"),
      ("EC2.FlowLog.DeliverLogsPermissionArn", "IAM.Role.Arn"), ("EC2.FlowLog.LogGroupName", "Logs.LogGroup.LogGroupName"),
      ("EC2.VPCEndpoint.SubnetIds", "EC2.Subnet.SubnetId"), ("EC2.VPCEndpoint.SecurityGroupIds", "EC2.SecurityGroup.GroupId"),
      ("EC2.VPCEndpoint.RouteTableIds", "EC2.RouteTable.RouteTableId"),
      ("EC2.SubnetNetworkAclAssociation.NetworkAclId", "EC2.NetworkAcl.Id"),
      ("KMS.Alias.TargetKeyId", "KMS.Key.Arn"), ("KMS.ReplicaKey.PrimaryKeyArn", "KMS.Key.Arn"),
      ("DynamoDB.Table.SSESpecification.KMSMasterKeyId", "KMS.Key.Arn"),
      ("S3.Bucket.ServerSideEncryptionByDefault.KMSMasterKeyID", "KMS.Key.Arn"), ("S3.BucketPolicy.Bucket", "S3.Bucket.BucketName"),
      ("Logs.LogGroup.KmsKeyId", "KMS.Key.Arn"), ("Logs.MetricFilter.LogGroupName", "Logs.LogGroup.LogGroupName"),
      ("ECS.Service.Cluster", "ECS.Cluster.Arn"), ("ECS.Service.TaskDefinition", "ECS.TaskDefinition.TaskDefinitionArn"),
      ("ECS.Service.LoadBalancer.TargetGroupArn", "ElasticLoadBalancingV2.TargetGroup.TargetGroupArn"),
      ("ECS.TaskDefinition.ExecutionRoleArn", "IAM.Role.Arn"),
      ("ElasticLoadBalancingV2.Listener.LoadBalancerArn", "ElasticLoadBalancingV2.LoadBalancer.LoadBalancerArn"),
      ("ElasticLoadBalancingV2.ListenerRule.ListenerArn", "ElasticLoadBalancingV2.Listener.ListenerArn"),
      ("ElasticLoadBalancingV2.Listener.Certificate.CertificateArn", "CertificateManager.Certificate.Id"),
      ("ElasticLoadBalancingV2.LoadBalancer.SecurityGroups", "EC2.SecurityGroup.GroupId"),
      ("WAFv2.WebACLAssociation.WebACLArn", "WAFv2.WebACL.Arn"), ("SNS.Subscription.TopicArn", "SNS.Topic.TopicArn"),
      ("Cognito.UserPoolClient.UserPoolId", "Cognito.UserPool.UserPoolId"),
      ("RDS.DBInstance.DBSubnetGroupName", "RDS.DBSubnetGroup.DBSubnetGroupName"),
      ("RDS.DBInstance.VPCSecurityGroups", "EC2.SecurityGroup.GroupId"), ("Lambda.Permission.FunctionName", "Lambda.Function.FunctionName"),
      ("Lambda.Function.Role", "IAM.Role.Arn"), ("Route53.RecordSet.HostedZoneId", "Route53.HostedZone.Id"),
      ("GuardDuty.Filter.DetectorId", "GuardDuty.Detector.Id"), ("Backup.BackupVault.EncryptionKeyArn", "KMS.Key.Arn"),
      ("Backup.BackupSelection.BackupPlanId", "Backup.BackupPlan.BackupPlanId"), ("IAM.RolePolicy.RoleName", "IAM.Role.RoleName"),
      ("EC2.TransitGatewayConnectPeer.TransitGatewayAttachmentId", "EC2.TransitGatewayConnect.TransitGatewayAttachmentId"),
      ("CloudTrail.Trail.S3BucketName", "S3.Bucket.BucketName"), ("SecretsManager.Secret.KmsKeyId", "KMS.Key.Arn"),
    ])
  func target(path: String, expected: String) throws {
    let found = try #require(allParametersByPath[path], "\(path)")
    let target = try #require(targets(found.type).first, "\(path) is \(found.type)")
    #expect("\(target.service).\(target.resource).\(target.attribute)" == expected)
  }

  @Test(
    "What names the resource itself, and what takes several kinds, stays a string",
    arguments: [
      "S3.Bucket.BucketName", "KMS.Alias.AliasName", "Logs.LogGroup.LogGroupName", "EC2.Route.GatewayId", "EC2.FlowLog.ResourceId",
      "RDS.DBSubnetGroup.DBSubnetGroupName", "ECS.Cluster.ClusterName", "Lambda.Function.FunctionName", "IAM.Role.RoleName",
      "Events.EventBus.Name", "WAFv2.WebACLAssociation.ResourceArn", "EC2.TransitGatewayRouteTableAssociation.TransitGatewayAttachmentId",
      "Logs.SubscriptionFilter.DestinationArn",
    ])
  func plain(path: String) throws {
    let found = try #require(allParametersByPath[path], "\(path)")
    #expect(targets(found.type).isEmpty)
  }

  @Test("Every target exists, ships, and has the attribute")
  func targetsExist() throws {
    var count = 0
    for (path, parameter) in allParameters() {
      for target in targets(parameter.type) {
        let type = try #require(ResourceCatalog.aws.type(target.typeName), "\(path)")
        #expect(ServiceNames.isShipped(target.service) && type.property(target.attribute) != nil, "\(path) wants \(target)")
        count += 1
      }
    }
    #expect(count > 600)
  }

  @Test("The identifiers that still are plain strings are known; record them again with STRATA_RECORD=1")
  func untyped() throws {
    let suffixes = ["Id", "Ids", "Arn", "Arns", "ID", "IDs", "ARN", "ARNs"]
    let paths = allParameters().filter { _, parameter in
      guard suffixes.contains(where: { parameter.property.hasSuffix($0) }) else { return false }
      return [.string, .list(.string)].contains(parameter.type)
    }.map(\.path)
    let text = Set(paths).sorted().joined(separator: "\n") + "\n"
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("UntypedIdentifiers.txt")
    if ProcessInfo.processInfo.environment["STRATA_RECORD"] == "1" { try text.write(to: file, atomically: true, encoding: .utf8) }
    let known = try String(contentsOf: file, encoding: .utf8)
    let added = Set(text.split(separator: "\n")).subtracting(known.split(separator: "\n"))
    let removed = Set(known.split(separator: "\n")).subtracting(text.split(separator: "\n"))
    #expect(added.isEmpty, "these became plain strings, or are new; add them to ReferenceTable or record them")
    #expect(removed.isEmpty, "these are typed now; record the list")
  }

  private var allParametersByPath: [String: Parameter] { Self.byPath }
  private static let byPath: [String: Parameter] = Dictionary(ReferenceTests().allParameters().map { ($0.path, $0.parameter) }) {
    first, _ in first
  }
}
