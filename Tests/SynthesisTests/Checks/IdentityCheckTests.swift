import StrataModel
import Testing

@Suite("Checks of identity and encryption")
struct IdentityCheckTests {
  private func statements(_ count: Int) -> PropertyValue {
    .array((0..<count).map { ["Effect": "Allow", "Action": "s3:GetObject", "Resource": .string("arn:aws:s3:::bucket-\($0)/*")] })
  }

  @Test("A managed policy has 6144 characters, spaces not counted")
  func managedPolicy() {
    func found(_ count: Int) -> [String] {
      messages("policy-too-long") { program in
        program.add("a/policy", "IAM::ManagedPolicy", ["PolicyDocument": ["Version": "2012-10-17", "Statement": statements(count)]])
      }
    }
    #expect(found(70) == [])
    #expect(found(90) == ["10 error: PolicyDocument has at least 7318 characters; a managed policy takes 6144"])
  }

  @Test("A key policy, a secret's policy and a control policy have their own limits")
  func otherPolicies() {
    let found = messages("policy-too-long") { program in
      program.add("a/key", "KMS::Key", ["KeyPolicy": ["Statement": statements(500)]])
      program.add("a/secret", "SecretsManager::ResourcePolicy", ["SecretId": "s", "ResourcePolicy": ["Statement": statements(300)]])
      program.add(
        "a/scp", "Organizations::Policy", ["Name": "p", "Type": "SERVICE_CONTROL_POLICY", "Content": ["Statement": statements(80)]])
      program.add("a/tags", "Organizations::Policy", ["Name": "t", "Type": "TAG_POLICY", "Content": ["Statement": statements(80)]])
    }
    #expect(
      found == [
        "10 error: KeyPolicy has at least 40905 characters; a key policy takes 32768",
        "20 error: ResourcePolicy has at least 24505 characters; a secret's policy takes 20480",
        "30 error: Content has at least 6485 characters; a service control policy takes 5120",
      ])
  }

  @Test("The inline policies of a role share 10240 characters, wherever they are declared")
  func inlinePolicies() {
    func found(_ count: Int) -> [String] {
      messages("inline-policies-too-long") { program in
        program.add(
          "a/role", "IAM::Role",
          [
            "AssumeRolePolicyDocument": trust("ec2.amazonaws.com"),
            "Policies": [["PolicyName": "own", "PolicyDocument": ["Statement": statements(count)]]],
          ])
        program.add(
          "a/policy", "IAM::RolePolicy",
          ["RoleName": ref("a/role", "RoleName"), "PolicyName": "p", "PolicyDocument": ["Statement": statements(count)]])
      }
    }
    #expect(found(50) == [])
    #expect(
      found(80) == ["10 error: the inline policies of 'a/role' have at least 12970 characters together; a role takes 10240"])
  }

  @Test("A role that a service is to take on must trust it")
  func roleTrust() {
    let found = messages("role-not-trusting") { program in
      program.add("a/lambda", "IAM::Role", ["AssumeRolePolicyDocument": trust("lambda.amazonaws.com")])
      program.add("a/unknown", "IAM::Role", ["AssumeRolePolicyDocument": ref("a/document", "Value")])
      program.add("a/document", "SSM::Parameter", ["Type": "String", "Value": "{}"])
      program.add("a/good", "Lambda::Function", ["Role": ref("a/lambda", "Arn"), "Code": ["ImageUri": "x"]])
      program.add("a/open", "Lambda::Function", ["Role": ref("a/unknown", "Arn"), "Code": ["ImageUri": "x"]])
      program.add("a/bad", "ECS::TaskDefinition", ["ExecutionRoleArn": ref("a/lambda", "Arn")])
    }
    #expect(found == ["60 error: ExecutionRoleArn names 'a/lambda', which does not trust ecs-tasks.amazonaws.com"])
  }

  @Test("A key that nobody can administer is refused")
  func keyLockout() {
    func found(_ document: PropertyValue, _ more: PropertyObject = [:]) -> [String] {
      messages("key-lockout") { $0.add("a/key", "KMS::Key", PropertyObject([("KeyPolicy", document)]).merging(more)) }
    }
    #expect(found(policy(rootStatement)) == [])
    let useOnly = policy(keyStatement("logs.us-east-1.amazonaws.com"))
    #expect(
      found(useOnly) == ["10 error: KeyPolicy lets no principal call kms:PutKeyPolicy, so that nobody could ever change it"])
    #expect(
      found(useOnly, ["BypassPolicyLockoutSafetyCheck": true]) == [
        "10 warning: KeyPolicy lets no principal call kms:PutKeyPolicy, so that nobody could ever change it"
      ])
    let denied = policy(rootStatement, ["Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*"])
    #expect(found(denied) == ["10 error: KeyPolicy denies kms:PutKeyPolicy to everybody, so that nobody could ever change it"])
  }

  @Test("Denying other accounts must spare the services of AWS")
  func naiveDeny() {
    func found(_ condition: PropertyValue) -> Int {
      messages("key-policy-denies-services") { program in
        program.add(
          "a/key", "KMS::Key",
          [
            "KeyPolicy": policy(
              rootStatement, ["Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": condition])
          ])
      }.count
    }
    #expect(found(["StringNotEquals": ["aws:PrincipalAccount": "123456789012"]]) == 1)
    #expect(
      found(["StringNotEquals": ["aws:PrincipalAccount": "123456789012"], "Bool": ["aws:PrincipalIsAWSService": "false"]]) == 0)
  }

  @Test("An MFA condition in a key's policy cannot be met by a role whose trust policy does not ask for MFA")
  func multiFactor() {
    func found(_ condition: PropertyValue?) -> [String] {
      messages("mfa-condition-on-role") { program in
        var statement: PropertyObject = ["Effect": "Allow", "Principal": ["AWS": "123456789012"], "Action": "sts:AssumeRole"]
        statement["Condition"] = condition
        program.add("a/role", "IAM::Role", ["AssumeRolePolicyDocument": policy(.object(statement))])
        program.add(
          "a/key", "KMS::Key",
          [
            "KeyPolicy": policy(
              rootStatement,
              [
                "Effect": "Allow", "Principal": ["AWS": ref("a/role", "Arn")], "Action": "kms:*", "Resource": "*",
                "Condition": ["Bool": ["aws:MultiFactorAuthPresent": "true"]],
              ])
          ])
      }
    }
    #expect(
      found(nil) == ["20 warning: a statement of KeyPolicy asks for MFA of 'a/role', but credentials of an assumed role carry none"])
    #expect(found(["Bool": ["aws:MultiFactorAuthPresent": "true"]]) == [])
  }

  @Test("A log group's key lets CloudWatch Logs in, and a trail's key CloudTrail")
  func keyAccess() {
    let found = messages("key-refuses-service") { program in
      program.add("a/closed", "KMS::Key", ["KeyPolicy": policy(rootStatement)])
      program.add(
        "a/open", "KMS::Key",
        ["KeyPolicy": policy(rootStatement, keyStatement("logs.us-east-1.amazonaws.com"), keyStatement("cloudtrail.amazonaws.com"))])
      program.add("a/alias", "KMS::Alias", ["AliasName": "alias/a", "TargetKeyId": ref("a/closed", "KeyId")])
      program.add("a/good", "Logs::LogGroup", ["KmsKeyId": ref("a/open", "Arn")])
      program.add("a/bad", "Logs::LogGroup", ["KmsKeyId": ref("a/closed", "Arn")])
      program.add("a/trail", "CloudTrail::Trail", ["KMSKeyId": ref("a/alias", "AliasName"), "S3BucketName": "b", "IsLogging": true])
    }
    #expect(
      found == [
        "50 error: KmsKeyId names 'a/closed', whose policy does not let logs.us-east-1.amazonaws.com use the key",
        "60 error: KMSKeyId names 'a/closed', whose policy does not let cloudtrail.amazonaws.com use the key",
      ])
  }

  @Test("An alarm's topic must be one that CloudWatch can encrypt for")
  func topicAccess() {
    let found = messages("topic-refuses-service") { program in
      program.add("a/closed", "KMS::Key", ["KeyPolicy": policy(rootStatement)])
      program.add("a/managed", "SNS::Topic", ["KmsMasterKeyId": "alias/aws/sns"])
      program.add("a/own", "SNS::Topic", ["KmsMasterKeyId": ref("a/closed", "Arn")])
      program.add("a/plain", "SNS::Topic")
      program.add(
        "a/alarm", "CloudWatch::Alarm",
        ["AlarmActions": [ref("a/managed", "TopicArn"), ref("a/own", "TopicArn"), ref("a/plain", "TopicArn")]])
    }
    #expect(
      found == [
        "50 warning: AlarmActions notifies a topic under the key 'a/closed', whose policy does not let cloudwatch.amazonaws.com in: "
          + "nothing will arrive",
        "50 warning: AlarmActions notifies a topic under the key alias/aws/sns, which cloudwatch.amazonaws.com cannot use: nothing will arrive",
      ])
  }
}
