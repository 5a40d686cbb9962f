import Strata
import StrataModel
import StrataTesting
import Testing

@testable import JMSStacks

@Suite("JMS: no tenant reaches another's key or secret")
struct TenantIsolationTests {
  private static let services = ["auth", "tenant", "juror"]

  /// The tenants of production, by id.
  private func tenants() throws -> [String: [GraphResource]] {
    Dictionary(grouping: try EnvironmentGraphs.graph(of: "jms-prod").all(inStack: "tenants").filter { !$0.node.isAction }) {
      $0.address.path.split(separator: "/")[1].description
    }
  }

  @Test("Each tenant has a key, an alias, a secret and its policy, and shares none of them")
  func ownResources() throws {
    let tenants = try tenants()
    #expect(tenants.count == JMS.Settings.prod.tenants.tenants.count)
    for (id, resources) in tenants {
      let counts = Dictionary(grouping: resources.filter { $0.placement.region == "us-east-1" }, by: \.type).mapValues(\.count)
      #expect(
        counts == [
          "AWS::KMS::Key": 1, "AWS::KMS::Alias": 1, "AWS::SecretsManager::Secret": 1, "AWS::SecretsManager::ResourcePolicy": 1,
        ])
      for resource in resources {
        for dependency in resource.dependencies where dependency.address.stack == "tenants" {
          #expect(dependency.address.path.hasPrefix("tenants/\(id)/"), "\(resource.address)")
        }
      }
      #expect(resources.contains { $0.text("AliasName") == "alias/jms/prod/tenant/\(id)" })
      #expect(resources.contains { $0.text("Name") == "jms/prod/\(id)/dek" })
    }
  }

  @Test("A key is used by the three services' sessions with the tenant's tag and encryption context, and by nobody else")
  func keyPolicy() throws {
    for (id, resources) in try tenants() {
      for key in resources where ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"].contains(key.type) {
        let users = key.statements("KeyPolicy").filter { statement in
          statement.isAllow && cryptography.contains { statement.covers($0) }
        }
        #expect(Set(users.compactMap { $0["Sid"]?.stringValue }) == ["Sessions", "Secret"])
        let sessions = try #require(key.statement("Sessions", at: "KeyPolicy"))
        #expect(sessions.actions == ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"])
        #expect(sessions["Principal"]?["AWS"]?.arrayValue?.count == 3)
        #expect(sessions.condition("StringEquals", "aws:PrincipalTag/TenantId") == [id])
        #expect(sessions.condition("StringEquals", "kms:EncryptionContext:tenantId") == [id])
        let secret = try #require(key.statement("Secret", at: "KeyPolicy"))
        #expect(
          secret.condition("StringLike", "kms:EncryptionContext:SecretARN") == [
            "arn:aws:secretsmanager:*:777788889999:secret:jms/prod/\(id)/dek-*"
          ])
        #expect(secret.condition("StringEquals", "kms:ViaService") == ["secretsmanager.\(key.placement.region).amazonaws.com"])
      }
    }
  }

  @Test("The sessions that a key's policy names are those of the services")
  func keyPrincipals() throws {
    let expected = Set(Self.services.map { "access/\($0)/session" })
    for key in try EnvironmentGraphs.graph(of: "jms-prod").all(KMS.Key.self) where key.address.stack == "tenants" {
      let roles = key.dependencies.map(\.address.path)
      #expect(Set(roles).subtracting(expected) == ["access/key-administrator/role"])
      #expect(expected.isSubset(of: roles))
    }
  }

  @Test("A secret is read with the tenant's tag alone, is encrypted with the tenant's key, and both bear the tag")
  func secret() throws {
    for (id, resources) in try tenants() {
      let secret = try #require(resources.first { $0.type == "AWS::SecretsManager::Secret" })
      #expect(secret.producer(at: "KmsKeyId")?.address.path == "tenants/\(id)/key/key")
      #expect(secret.lifecycle.isProtected)
      for resource in resources where ["AWS::SecretsManager::Secret", "AWS::KMS::Key", "AWS::KMS::ReplicaKey"].contains(resource.type) {
        #expect(resource.tag("TenantId") == id)
      }
      let policy = try #require(resources.first { $0.type == "AWS::SecretsManager::ResourcePolicy" })
      #expect(policy.producer(at: "SecretId")?.address == secret.address)
      #expect(policy["BlockPublicPolicy"] == true)
      let statements = policy.statements("ResourcePolicy")
      #expect(statements.count == 1)
      #expect(statements[0].isDeny && statements[0]["Principal"] == "*" && statements[0].covers("secretsmanager:GetSecretValue"))
      #expect(statements[0].condition("StringNotEquals", "aws:PrincipalTag/TenantId") == [id])
    }
  }

  @Test("A data key is 64 hexadecimal digits, 256 bits")
  func dataKey() throws {
    for secret in try EnvironmentGraphs.graph(of: "jms-prod").all(SecretsManager.Secret.self) {
      let generator = try #require(secret["GenerateSecretString"])
      #expect(generator["PasswordLength"] == 64)
      #expect(generator["ExcludePunctuation"] == true)
      #expect(generator["ExcludeUppercase"] == true)
      #expect(generator["RequireEachIncludedType"] == false)
      let excluded = Set(generator["ExcludeCharacters"]?.stringValue ?? "")
      let rest = Set("abcdefghijklmnopqrstuvwxyz0123456789").subtracting(excluded)
      #expect(rest == Set("0123456789abcdef"))
    }
  }

  @Test("A session may use what bears its own tag, and a service nothing but sessions", arguments: services)
  func roles(service: String) throws {
    let graph = try EnvironmentGraphs.graph(of: "jms-prod")
    let policy = try graph.resource(ResourceAddress("access/\(service)/policy"))
    let statements = policy.statements("PolicyDocument")
    #expect(
      Set(statements.flatMap(\.actions)) == [
        "kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey", "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret",
      ])
    for statement in statements {
      #expect(statement.condition("StringEquals", "aws:ResourceTag/TenantId") == ["${aws:PrincipalTag/TenantId}"])
    }
    let session = try graph.resource(ResourceAddress("access/\(service)/session"))
    #expect(session.producer(at: "ManagedPolicyArns[0]")?.address == policy.address)
    let trust = try #require(session.statements("AssumeRolePolicyDocument").first)
    #expect(session.producer(at: "AssumeRolePolicyDocument")?.address.path == "access/\(service)/service/role")
    #expect(trust.actions == ["sts:AssumeRole", "sts:TagSession"])
    #expect(trust.condition("StringLike", "aws:RequestTag/TenantId") == ["?*"])
    #expect(trust.condition("ForAllValues:StringEquals", "aws:TagKeys") == ["TenantId"])

    let role = try graph.resource(ResourceAddress("access/\(service)/service/role"))
    #expect(role.text("RoleName") == "jms-prod-\(service)")
    for statement in role.allStatements {
      if statement.actions == ["sts:AssumeRole", "sts:TagSession"] {
        #expect(statement.resources == ["arn:aws:iam::777788889999:role/jms-prod-\(service)-tenant"])
      } else {
        #expect(statement.actions == ["logs:CreateLogStream", "logs:PutLogEvents"])
        #expect(statement.resources == ["arn:aws:logs:*:777788889999:log-group:/jms/prod/\(service):*"])
      }
    }
  }

  @Test("Workflows of pull requests read; only jobs of the GitHub environment deploy")
  func workflows() throws {
    let graph = try EnvironmentGraphs.graph(of: "jms-prod")
    let plan = try #require(try graph.resource("access/workflows/plan").statements("AssumeRolePolicyDocument").first)
    #expect(plan.condition("StringLike", "token.actions.githubusercontent.com:sub") == ["repo:jms/jms-infrastructure:*"])
    let deploy = try graph.resource("access/workflows/deploy")
    let trust = try #require(deploy.statements("AssumeRolePolicyDocument").first)
    #expect(trust.actions == ["sts:AssumeRoleWithWebIdentity"])
    #expect(trust.condition("StringEquals", "token.actions.githubusercontent.com:aud") == ["sts.amazonaws.com"])
    #expect(
      trust.condition("StringEquals", "token.actions.githubusercontent.com:sub") == ["repo:jms/jms-infrastructure:environment:jms-prod"])
    #expect(deploy.producer(at: "AssumeRolePolicyDocument")?.type == IAM.OIDCProvider.typeName)
    for statement in deploy.allStatements {
      for action in cryptography where statement.covers(action) {
        #expect(!statement.condition("StringLike", "kms:ViaService").isEmpty, "\(action)")
      }
      #expect(!statement.covers("secretsmanager:GetSecretValue"))
    }
  }
}
