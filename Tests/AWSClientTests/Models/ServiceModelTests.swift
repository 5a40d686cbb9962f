import Testing

@testable import AWSClient

@Suite struct ServiceModelTests {
  private let models = ServiceModels.aws

  @Test("Every service and operation is found under its name, and its shapes can be walked")
  func lookup() throws {
    #expect(models.services.count > 50)
    for service in models.services {
      #expect(models.service(service.name) == service)
      #expect(!service.serviceID.isEmpty && !service.signingName.isEmpty && !service.endpointPrefix.isEmpty)
      #expect(!service.operations.isEmpty)
      for operation in service.operations {
        #expect(service.operation(operation.name) == operation)
        var seen: Set<ShapeModel> = []
        var waiting = [operation.input, operation.output].compactMap { $0 }
        while let shape = waiting.popLast() {
          guard seen.insert(shape).inserted else { continue }
          for member in shape.members {
            #expect(shape.member(member.name) == member)
            waiting.append(member.shape)
          }
          waiting += [shape.element, shape.key, shape.value].compactMap { $0?.shape }
        }
      }
    }
    #expect(models.service("nothing") == nil)
    #expect(models.service("kms")?.operation("Nothing") == nil)
  }

  @Test("A service tells how and where it is called")
  func service() throws {
    let balancer = try #require(models.service("elbv2"))
    #expect(balancer.endpointPrefix == "elasticloadbalancing")
    #expect(balancer.serviceID == "Elastic Load Balancing v2")
    #expect(balancer.serviceProtocol == .query)
    let keys = try #require(models.service("kms"))
    #expect(keys.targetPrefix == "TrentService")
    #expect(keys.jsonVersion == "1.1")
    #expect(try #require(models.service("s3")).usesS3Rules)
    #expect(try #require(models.service("sqs")).isQueryCompatible)
  }

  @Test("An operation tells its shapes, errors, pages and tokens")
  func operation() throws {
    let list = try #require(models.service("kms")?.operation("ListKeys"))
    #expect(list.paginator?.inputTokens == ["Marker"])
    #expect(list.paginator?.outputTokens == ["NextMarker"])
    #expect(list.paginator?.resultKeys == ["Keys"])
    #expect(list.isReadOnly)
    let create = try #require(models.service("cloudcontrol")?.operation("CreateResource"))
    #expect(create.idempotencyTokenMember == "ClientToken")
    #expect(!create.isReadOnly)
    let role = try #require(models.service("iam")?.operation("GetRole"))
    #expect(role.resultWrapper == "GetRoleResult")
    #expect(role.errors.contains { $0.code == "NoSuchEntity" && $0.status == 404 })
    #expect(role.input?.member("RoleName")?.isRequired == true)
    let vpc = try #require(models.service("ec2")?.operation("DescribeVpcs")?.output?.member("Vpcs")?.shape.element?.shape.member("VpcId"))
    #expect(vpc.wireName == "vpcId")
  }

  @Test("Every resource type's operations are embedded")
  func coverage() {
    for call in [
      "kms ScheduleKeyDeletion", "iam SimulatePrincipalPolicy", "s3 PutPublicAccessBlock", "sts AssumeRole", "sso GetRoleCredentials",
      "sso-oidc CreateToken", "cloudcontrol GetResourceRequestStatus", "resourcegroupstaggingapi GetResources", "dynamodb UpdateItem",
      "logs ListTagsForResource", "secretsmanager RestoreSecret", "ec2 DescribeSecurityGroupRules",
    ] {
      let names = call.split(separator: " ").map(String.init)
      #expect(models.service(names[0])?.operation(names[1]) != nil, Comment(rawValue: call))
    }
  }
}
