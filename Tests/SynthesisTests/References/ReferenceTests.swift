import StrataModel
import StrataSynthesis
import Testing

@Suite("What references mean")
struct ReferenceTests {
  @Test("A subnet's id where a VPC's id belongs is an error with both lines")
  func wrongKind() {
    var program = Program()
    program.add("net/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
    program.add("net/a", "EC2::Subnet", ["VpcId": ref("net/vpc", "VpcId"), "CidrBlock": "10.0.1.0/24"])
    program.add("net/b", "EC2::Subnet", ["VpcId": ref("net/a", "SubnetId"), "CidrBlock": "10.0.2.0/24"])
    let found = program.synthesized().diagnostics
    #expect(found.map(\.message) == ["VpcId takes the id of an AWS::EC2::VPC, not SubnetId of an AWS::EC2::Subnet"])
    #expect(found.first?.location?.line == 30)
    #expect(found.first?.notes.first?.location?.line == 20)
  }

  @Test(
    "A name is no ARN, an ARN no name, and a range no id",
    arguments: [
      ("Lambda::Function", "Role", "RoleName", ""),
      ("IAM::RolePolicy", "RoleName", "Arn", "30 error: RoleName takes a name, not Arn of an AWS::IAM::Role"),
      ("IAM::RolePolicy", "RoleName", "RoleName", ""),
      ("RDS::DBInstance", "MonitoringRoleArn", "RoleName", "30 error: MonitoringRoleArn takes an ARN, not RoleName of an AWS::IAM::Role"),
      ("RDS::DBInstance", "MonitoringRoleArn", "Arn", ""),
      ("EC2::Subnet", "VpcId", "CidrBlock", "30 error: VpcId takes the id of an AWS::EC2::VPC, not its CidrBlock"),
    ])
  func wrongAttribute(type: String, property: String, attribute: String, expected: String) {
    let found = messages("wrong-reference") { program in
      program.add("a/role", "IAM::Role", ["AssumeRolePolicyDocument": trust("lambda.amazonaws.com")])
      program.add("a/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
      program.add("a/user", type, [property: ref(property == "VpcId" ? "a/vpc" : "a/role", attribute)])
    }
    #expect(found == (expected.isEmpty ? [] : [expected]))
  }

  @Test("A replica and an alias stand for a key, and a parameter's value for anything")
  func standIns() {
    let found = messages("wrong-reference") { program in
      program.add("a/key", "KMS::Key", ["KeyPolicy": policy(rootStatement)])
      program.add("a/alias", "KMS::Alias", ["AliasName": "alias/a", "TargetKeyId": ref("a/key", "Arn")])
      program.add("a/topic", "SNS::Topic", ["KmsMasterKeyId": ref("a/alias", "AliasName")])
      program.add("a/id", "SSM::Parameter", ["Type": "String", "Value": "vpc-0a1b2c3d"])
      program.add("a/subnet", "EC2::Subnet", ["VpcId": ref("a/id", "Value"), "CidrBlock": "10.0.1.0/24"])
    }
    #expect(found == [])
  }

  @Test(
    "An alias does not stand for a key where AWS takes an ARN",
    arguments: [
      ("Logs::LogGroup", "KmsKeyId", false), ("Backup::BackupVault", "EncryptionKeyArn", false), ("KMS::Alias", "TargetKeyId", false),
      ("SecretsManager::Secret", "KmsKeyId", true), ("SQS::Queue", "KmsMasterKeyId", true),
    ])
  func aliases(type: String, property: String, isAccepted: Bool) {
    let found = messages("wrong-reference") { program in
      program.add("a/key", "KMS::Key", ["KeyPolicy": policy(rootStatement)])
      program.add("a/alias", "KMS::Alias", ["AliasName": "alias/a", "TargetKeyId": ref("a/key", "Arn")])
      program.add("a/user", type, [property: ref("a/alias", "AliasName")])
    }
    #expect(found == (isAccepted ? [] : ["30 error: \(property) takes the ARN of a key, not AliasName of an AWS::KMS::Alias"]))
  }

  @Test("A property that takes several kinds takes each of them, and nothing else")
  func severalKinds() {
    let found = messages("wrong-reference") { program in
      program.add("a/gateway", "EC2::TransitGateway", [:])
      program.add("a/table", "EC2::TransitGatewayRouteTable", ["TransitGatewayId": ref("a/gateway", "Id")])
      program.add(
        "a/attachment", "EC2::TransitGatewayVpcAttachment",
        ["TransitGatewayId": ref("a/gateway", "Id"), "VpcId": "vpc-0a1b2c3d", "SubnetIds": ["subnet-0a1b2c3d"]])
      for (address, attachment) in [("a/good", "a/attachment"), ("a/bad", "a/gateway")] as [(ResourceAddress, ResourceAddress)] {
        program.add(
          address, "EC2::TransitGatewayRouteTablePropagation",
          [
            "TransitGatewayRouteTableId": ref("a/table", "TransitGatewayRouteTableId"),
            "TransitGatewayAttachmentId": ref(attachment, "Id"),
          ])
      }
    }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("50 error: TransitGatewayAttachmentId takes one of an AWS::EC2::TransitGatewayAttachment, ") == true)
    #expect(found.first?.hasSuffix("AWS::EC2::TransitGatewayConnect, not Id of an AWS::EC2::TransitGateway") == true)
  }

  @Test("An attribute that the type does not have suggests the one that was meant")
  func unknownAttribute() throws {
    var program = Program()
    program.add("a/key", "KMS::Key", ["KeyPolicy": policy(rootStatement)])
    program.add("a/alias", "KMS::Alias", ["AliasName": "alias/a", "TargetKeyId": ref("a/key", "KeyID2")])
    let found = try #require(program.synthesized().diagnostics.first)
    #expect(found.code == "unknown-attribute")
    #expect(found.message == "AWS::KMS::Key has no attribute 'KeyID2', which TargetKeyId reads from 'a/key'")
    #expect(found.remedy == "did you mean 'KeyId'?")
  }

  @Test("What AWS never returns cannot be read")
  func writeOnly() {
    let found = messages("write-only-reference") { program in
      program.add("a/secret", "SecretsManager::Secret", ["Name": "s", "SecretString": "x"])
      program.add("a/parameter", "SSM::Parameter", ["Type": "String", "Value": ref("a/secret", "SecretString")])
    }
    #expect(found == ["20 error: Value reads SecretString of 'a/secret', which AWS takes and never returns"])
  }

  @Test("A client's secret goes into a secret, and nowhere in clear")
  func sensitive() {
    var program = Program()
    program.add("a/pool", "Cognito::UserPool", ["UserPoolName": "p"])
    program.add("a/client", "Cognito::UserPoolClient", ["UserPoolId": ref("a/pool", "UserPoolId"), "GenerateSecret": true])
    program.add(
      "a/good", "SecretsManager::Secret",
      ["Name": "good", "SecretString": .secret(SecretSource(attribute: Reference("a/client", "ClientSecret")))])
    #expect(program.synthesized().diagnostics == [])
    program.add("a/bad", "SSM::Parameter", ["Type": "String", "Value": ref("a/client", "ClientSecret")])
    program.output("secret", ref("a/client", "ClientSecret"))
    #expect(
      program.findings == [
        "App.swift:40:5: error [sensitive-reference] Value reads ClientSecret of 'a/client', which is a secret and would be recorded in clear",
        "App.swift:900: error [sensitive-output] the output 'secret' would show ClientSecret of 'a/client', which is a secret",
      ])
  }

  @Test("A secret in a property that AWS returns is refused, in a few places that need one it is a warning")
  func secretSinks() {
    let password = PropertyValue.secret(SecretSource(.environmentVariable, "PASSWORD"))
    var program = Program()
    program.add("a/topic", "SNS::Topic", ["TopicName": "t", "DisplayName": password])
    program.add("a/parameter", "SSM::Parameter", ["Type": "String", "Value": password])
    program.add("a/secret", "SecretsManager::Secret", ["Name": "s", "SecretString": password])
    #expect(
      program.findings == [
        "App.swift:10:5: error [secret-in-readable-property] DisplayName takes a secret, but AWS returns this property in clear",
        "App.swift:20:5: warning [readable-secret] Value takes a secret, and whoever may read the resource can read it there",
      ])
  }
}
