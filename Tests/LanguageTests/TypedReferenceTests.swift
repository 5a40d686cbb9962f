import StrataAWS
import StrataLanguage
import StrataModel
import Testing

@Suite("Resources where their identifier is expected")
struct TypedReferenceTests {
  @Test("The resource, its identifiers, lists of both, and what lives elsewhere all fit; the parameter picks the attribute")
  func uses() {
    let set = declaring {
      let vpc = EC2.VPC("vpc")
      let subnets = (0..<2).map { EC2.Subnet("subnet-\($0)", vpcId: vpc) }
      let group = EC2.SecurityGroup("group", groupDescription: "g", vpcId: vpc.vpcId)
      let role = IAM.Role("role", assumeRolePolicyDocument: .trust("ecs-tasks"))
      ELB.LoadBalancer("resources", securityGroups: [group], subnets: subnets)
      ELB.LoadBalancer("identifiers", securityGroups: [.existing("sg-1"), group.groupId], subnets: subnets.map(\.subnetId))
      ELB.LoadBalancer("mixed", subnets: subnets + [.existing("subnet-9")])
      EC2.RouteTable("elsewhere", vpcId: .existing("vpc-0abc"))
      IAM.RolePolicy("by-name", policyName: "p", roleName: role)
      ECS.TaskDefinition("by-arn", executionRoleArn: role, taskRoleArn: role.roleName)
      SNS.Topic("as-text", displayName: vpc.vpcId)
    }
    let subnetReferences = #"[{"$ref":["app/subnet-0","SubnetId"]},{"$ref":["app/subnet-1","SubnetId"]}"#
    #expect(set.json("app/resources", "Subnets") == subnetReferences + "]")
    #expect(set.json("app/resources", "SecurityGroups") == #"[{"$ref":["app/group","GroupId"]}]"#)
    #expect(set.json("app/identifiers", "Subnets") == subnetReferences + "]")
    #expect(set.json("app/identifiers", "SecurityGroups") == #"["sg-1",{"$ref":["app/group","GroupId"]}]"#)
    #expect(set.json("app/mixed", "Subnets") == subnetReferences + #","subnet-9"]"#)
    #expect(set.json("app/elsewhere", "VpcId") == #""vpc-0abc""#)
    #expect(set.json("app/by-name", "RoleName") == #"{"$ref":["app/role","RoleName"]}"#)
    #expect(set.json("app/by-arn", "ExecutionRoleArn") == #"{"$ref":["app/role","Arn"]}"#)
    #expect(set.json("app/by-arn", "TaskRoleArn") == #"{"$ref":["app/role","Arn"]}"#)
    #expect(set.json("app/as-text", "DisplayName") == #"{"$ref":["app/vpc","VpcId"]}"#)
    #expect(set.diagnostics.isEmpty)
  }

  @Test("An optional reference may be nil")
  func optionals() {
    let set = declaring {
      let key: KMS.Key? = nil
      SNS.Topic("topic", kmsMasterKeyId: key)
    }
    #expect(set["app/topic"]?.properties.isEmpty == true)
  }
}
