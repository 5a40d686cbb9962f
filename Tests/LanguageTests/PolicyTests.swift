import Foundation
import StrataAWS
import StrataLanguage
import StrataModel
import Testing

@Suite("Policies")
struct PolicyTests {
  private func json(@PolicyBuilder _ statements: () -> [Statement]) -> String {
    JSONWriter.text(of: Document.policy(statements).propertyValue)
  }

  private func policy(_ statements: String) -> String { #"{"Statement":[\#(statements)],"Version":"2012-10-17"}"# }

  @Test("A single action or resource is a text, several are a list")
  func oneOrMany() {
    #expect(json { Allow("s3:GetObject", on: "*") } == policy(#"{"Action":"s3:GetObject","Effect":"Allow","Resource":"*"}"#))
    #expect(
      json { Deny("s3:Get*", "s3:Put*", on: "a", "b", id: "No") }
        == policy(#"{"Action":["s3:Get*","s3:Put*"],"Effect":"Deny","Resource":["a","b"],"Sid":"No"}"#))
  }

  @Test("Principals of every kind, alone and together")
  func principals() {
    #expect(json { Allow("a:B").to(.anyone) } == policy(#"{"Action":"a:B","Effect":"Allow","Principal":"*"}"#))
    #expect(
      json { Allow("a:B").to(.service("logs", "ecs-tasks.amazonaws.com")) }
        == policy(#"{"Action":"a:B","Effect":"Allow","Principal":{"Service":["logs.amazonaws.com","ecs-tasks.amazonaws.com"]}}"#))
    #expect(
      json { Allow("a:B").to(.arn("arn:1"), .federated("cognito-identity.amazonaws.com")).to(.arn("arn:2")) }
        == policy(
          #"{"Action":"a:B","Effect":"Allow","Principal":{"AWS":["arn:1","arn:2"],"Federated":"cognito-identity.amazonaws.com"}}"#))
    #expect(
      json { Deny("a:B").toEveryone(except: .arn("arn:1")) }
        == policy(#"{"Action":"a:B","Effect":"Deny","NotPrincipal":{"AWS":"arn:1"}}"#))
  }

  @Test("Conditions with one operator are one object, with one key one list")
  func conditions() {
    #expect(
      json { Allow("a:B").when(.equals("k", "1"), .equals("l", "2"), .equals("k", "3"), .isFalse("m")) }
        == policy(
          #"{"Action":"a:B","Condition":{"Bool":{"m":"false"},"StringEquals":{"k":["1","3"],"l":"2"}},"Effect":"Allow"}"#))
    #expect(
      json {
        Allow("a:B").when(.numericLessThan("n", 5), .isFalseIfPresent("o"), .like("t", "x*").forAnyValue, .ipAddress("i", CIDR.anywhere))
      }
        == policy(
          #"{"Action":"a:B","Condition":{"BoolIfExists":{"o":"false"},"ForAnyValue:StringLike":{"t":"x*"},"IpAddress":{"i":"0.0.0.0/0"},"NumericLessThan":{"n":"5"}},"Effect":"Allow"}"#
        ))
  }

  @Test("NotAction and NotResource")
  func exceptions() {
    #expect(
      json { Deny().everything(except: "iam:*", "sts:*").onEverything(except: "arn:x") }
        == policy(#"{"Effect":"Deny","NotAction":["iam:*","sts:*"],"NotResource":"arn:x"}"#))
  }

  @Test("Control flow and lists of statements in a policy")
  func controlFlow() {
    let isProduction = true
    let text = json {
      for name in ["a", "b"] { Allow("s3:GetObject", on: name) }
      if isProduction { Deny("s3:Delete*", on: "*") }
      [Allow("x:Y", on: "z")]
    }
    #expect(text.components(separatedBy: "Effect").count == 5)
  }

  @Test("Trust policies for services, accounts and identity providers")
  func trust() {
    let services = JSONWriter.text(of: Document.trust("ecs-tasks").propertyValue)
    #expect(services == policy(#"{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"}}"#))
    let federated = JSONWriter.text(of: Document.trust(.federated("idp"), when: .equals("aud", "me")).propertyValue)
    #expect(
      federated
        == policy(
          #"{"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"aud":"me"}},"Effect":"Allow","Principal":{"Federated":"idp"}}"#
        ))
  }

  @Test("Roles and accounts of the program, and grants of resources")
  func resources() {
    let set = declaring {
      let role = IAM.Role("role", assumeRolePolicyDocument: .trust("lambda"))
      let table = DynamoDB.Table("table", keySchema: [.init(attributeName: "id", keyType: "HASH")])
      KMS.Key("key", keyPolicy: .policy { Allow("kms:*", on: "*").to(.account(AWS.accountId), .role(role)) })
      IAM.RolePolicy("policy", policyName: "data", roleName: role, policyDocument: .policy { table.grantRead() })
    }
    #expect(
      set.json("app/key", "KeyPolicy")
        == policy(
          #"{"Action":"kms:*","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:root",{"$ref":["app/role","Arn"]}]},"Resource":"*"}"#
        ))
    #expect(
      set.json("app/policy", "PolicyDocument")
        == policy(
          #"{"Action":["dynamodb:GetItem","dynamodb:BatchGetItem","dynamodb:Query","dynamodb:Scan"],"Effect":"Allow","Resource":[{"$ref":["app/table","Arn"]},{"$fn":["concatenate",{"$ref":["app/table","Arn"]},"/index/*"]}]}"#
        ))
  }
}
