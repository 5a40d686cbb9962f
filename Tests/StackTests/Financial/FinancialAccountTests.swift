import Strata
import StrataModel
import StrataTesting
import Testing

@testable import FinancialStacks

@Suite("Financial: accounts and organization")
struct FinancialAccountTests {
  private let accounts = Financial.Accounts.examples

  @Test("Resources live in seven accounts and two regions; the member accounts are reached by the organization's role")
  func placements() throws {
    let graph = try FinancialGraphs.core
    #expect(Set(graph.resources.map(\.placement.account)) == Set(accounts.all.map(\.id)))
    #expect(Set(graph.resources.map(\.placement.region)) == ["us-east-1", "us-west-2"])
    for resource in graph.resources {
      let own = resource.placement.account
      let roles = own == accounts.management.id ? [] : ["arn:aws:iam::\(own):role/OrganizationAccountAccessRole"]
      #expect(resource.placement.roleChain == roles, "\(resource.address)")
    }
  }

  @Test("An organization with all features, five units and six accounts, which leaving the program does not close")
  func organization() throws {
    let graph = try FinancialGraphs.core
    #expect(try graph.resource("organization/organization")["FeatureSet"] == "ALL")
    #expect(
      Set(graph.all(Organizations.OrganizationalUnit.self).compactMap { $0.text("Name") }) == [
        "Security", "Infrastructure", "Workloads", "NonProd", "Prod",
      ])
    let made = graph.all(Organizations.Account.self)
    #expect(made.count == 6)
    #expect(Set(made.compactMap { $0.text("Email") }).count == 6)
    for account in made {
      #expect(account["RoleName"] == "OrganizationAccountAccessRole")
      #expect(account.lifecycle.isRetained && account.lifecycle.isProtected)
      #expect(account.refers(to: Organizations.OrganizationalUnit.self, at: "ParentIds[0]"))
    }
    #expect(try graph.resource("organization/production").producer(at: "ParentIds[0]")?.address == "organization/unit-prod")
    #expect(try graph.resource("organization/unit-prod").producer(at: "ParentId")?.address == "organization/unit-workloads")
  }

  @Test("Nobody leaves the organization, stops its guards or acts as root, and nothing runs outside of two regions")
  func guardrails() throws {
    let graph = try FinancialGraphs.core
    let policies = graph.all(Organizations.Policy.self)
    #expect(policies.allSatisfy { $0["Type"] == "SERVICE_CONTROL_POLICY" })
    #expect(policies.allSatisfy { $0.statements("Content").allSatisfy { $0["Effect"] == "Deny" } })
    let guardrails = try graph.resource("organization/guardrails")
    #expect(guardrails.producer(at: "TargetIds[0]")?.address == "organization/organization")
    let denied = Set(guardrails.statements("Content").flatMap(\.actions))
    #expect(
      denied.isSuperset(of: [
        "organizations:LeaveOrganization", "cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "guardduty:DeleteDetector",
        "config:StopConfigurationRecorder", "securityhub:DisableSecurityHub",
      ]))
    let root = try #require(guardrails.statement("Root", at: "Content"))
    #expect(root["Action"] == "*" && root["Condition"]?["StringLike"]?["aws:PrincipalArn"] == "arn:aws:iam::*:root")
    let regions = try #require(try graph.resource("organization/regions").statements("Content").first)
    #expect(regions["Condition"]?["StringNotEquals"]?["aws:RequestedRegion"] == ["us-east-1", "us-west-2"])
    #expect(regions["NotAction"]?.texts.contains("iam:*") == true)
  }

  @Test("Servers need version 2 metadata, data stores encryption, people a second factor")
  func preventedByPolicy() throws {
    let graph = try FinancialGraphs.core
    let encryption = try graph.resource("organization/encryption")
    #expect(encryption.producer(at: "TargetIds[0]")?.address == "organization/unit-workloads")
    let metadata = try #require(encryption.statement("MetadataVersion", at: "Content"))
    #expect(metadata["Condition"]?["StringNotEquals"]?["ec2:MetadataHttpTokens"] == "required")
    #expect(encryption.statement("Volumes", at: "Content")?["Condition"]?["Bool"]?["ec2:Encrypted"] == "false")
    #expect(encryption.statement("Databases", at: "Content")?["Condition"]?["Bool"]?["rds:StorageEncrypted"] == "false")
    #expect(encryption.statement("Objects", at: "Content") != nil)
    let factor = try #require(try graph.resource("organization/second-factor").statements("Content").first)
    #expect(factor["Condition"]?["BoolIfExists"]?["aws:MultiFactorAuthPresent"] == "false")
    #expect(factor["Condition"]?["StringLike"]?["aws:PrincipalArn"] == "arn:aws:iam::*:user/*")
  }

  @Test("The first deployment, without the accounts' numbers, makes the organization alone; the second keeps it and adds the rest")
  func twoDeployments() async throws {
    let first = try FinancialGraphs.graph(Financial.Settings())
    #expect(Set(first.countsByStack.keys) == ["organization"])
    #expect(Set(first.outputs.map(\.name)).isSuperset(of: ["security-account", "log-archive-account", "production-account"]))
    let environment = TestEnvironment()
    #expect(try await environment.deploy(first).failures == [])
    let plan = try await environment.plan(try FinancialGraphs.graph(Financial.Settings(accounts: .examples)))
    for step in plan.steps where step.address.stack == "organization" { #expect(step.operation == .keep, "\(step.address)") }
    #expect(plan.steps.contains { $0.operation == .create && $0.address.stack == "log-archive" })
  }

  @Test("Settings of an account without a resource type are actions in that account, each with a proof and, where AWS has one, a way back")
  func accountSettings() throws {
    let graph = try FinancialGraphs.core
    for account in accounts.all {
      let actions = graph.resources.filter { $0.isAction && $0.placement.account == account.id }
      let calls = actions.compactMap { ActionSpecification(document: $0.properties) }
      for call in [
        "iam:UpdateAccountPasswordPolicy", "ec2:EnableEbsEncryptionByDefault", "s3control:PutPublicAccessBlock", "inspector2:Enable",
      ] {
        #expect(calls.contains { $0.run.name == call && $0.undo != nil }, "\(account) \(call)")
      }
    }
    let policy = try #require(graph["baseline-production/password-policy"])
    #expect(ActionSpecification(document: policy.properties)?.run.input["MinimumPasswordLength"] == 14)
  }

  @Test("The organization is told what it allows before that is used: policies, services, administrators")
  func organizationActions() throws {
    let graph = try FinancialGraphs.core
    let organization = graph.resources.filter { $0.isAction && $0.address.stack == "organization" }
    let calls = organization.compactMap { ActionSpecification(document: $0.properties)?.run.name }
    #expect(calls.count { $0 == "organizations:EnableAWSServiceAccess" } == 7)
    #expect(calls.count { $0 == "organizations:RegisterDelegatedAdministrator" } == 2)
    #expect(calls.contains("guardduty:EnableOrganizationAdminAccount"))
    #expect(organization.allSatisfy { $0.placement.account == accounts.management.id })
    let attached = graph.all(Organizations.Policy.self)
    #expect(!attached.isEmpty)
    for policy in attached {
      #expect(policy.dependencies.contains { $0.address.path == "organization/service-control-policies" }, "\(policy.address)")
    }
    let trail = try #require(graph.all(CloudTrail.Trail.self).first { $0["IsOrganizationTrail"] == true })
    #expect(trail.dependencies.contains { $0.address.path == "organization/trusts-cloudtrail" })
    let future = try FinancialGraphs.future.resources.filter(\.isAction)
    let chosen = Set(future.compactMap { ActionSpecification(document: $0.properties)?.run.name })
    #expect(chosen.isSuperset(of: ["ram:EnableSharingWithAwsOrganization", "fms:AssociateAdminAccount"]))
  }

  @Test("Servers start from the latest image of AWS, which a lookup pins")
  func image() throws {
    let graph = try FinancialGraphs.core
    #expect(!graph.lookups.isEmpty)
    #expect(graph.lookups.allSatisfy { $0.key.hasPrefix("parameter /aws/service/ami-amazon-linux-latest/") })
    let template = try #require(graph.all(EC2.LaunchTemplate.self).first)
    guard case .expression(let expression)? = template["LaunchTemplateData.ImageId"] else {
      Issue.record("\(String(describing: template["LaunchTemplateData.ImageId"]))")
      return
    }
    #expect(expression.lookup?.placement == template.placement)
  }
}
