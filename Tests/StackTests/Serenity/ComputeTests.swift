import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("Serenity: compute")
struct ComputeTests {
  @Test("The cluster has the guide's name and Container Insights")
  func cluster() throws {
    let cluster = try SerenityGraphs.pilot.resource("compute/cluster")
    #expect(cluster["ClusterName"] == "serenity-pilot-cluster")
    #expect(cluster["ClusterSettings"] == [["Name": "containerInsights", "Value": "enabled"]])
    #expect(cluster["CapacityProviders"] == ["FARGATE"])
  }

  @Test("The task is serenity/api:latest on a quarter CPU and 512 MB, unprivileged, with a health check")
  func task() throws {
    let definition = try SerenityGraphs.pilot.resource("compute/service/definition")
    #expect(definition["Cpu"] == "256")
    #expect(definition["Memory"] == "512")
    #expect(definition["NetworkMode"] == "awsvpc")
    let container = try #require(definition["ContainerDefinitions[0]"])
    #expect(container["Image"]?.shownText == "*:latest")
    #expect(container["Privileged"] == false)
    #expect(container["ReadonlyRootFilesystem"] == true)
    #expect(container["User"] == "1000:1000")
    #expect(container["HealthCheck"]?["Command"]?.texts.last?.contains("https://localhost:3001/health") == true)
  }

  @Test("The container gets the guide's thirteen variables, and the client's secret from Secrets Manager")
  func environment() throws {
    let definition = try SerenityGraphs.pilot.resource("compute/service/definition")
    let variables = definition["ContainerDefinitions[0].Environment"]?.arrayValue?.compactMap { $0["Name"]?.stringValue } ?? []
    let secrets = definition["ContainerDefinitions[0].Secrets"]?.arrayValue?.compactMap { $0["Name"]?.stringValue } ?? []
    #expect(secrets == ["COGNITO_CLIENT_SECRET"])
    #expect(
      Set(variables + secrets) == [
        "AWS_REGION", "AWS_ACCOUNT_ID", "NODE_ENV", "API_PORT", "PHI_SESSION_TIMEOUT_MINUTES", "COGNITO_USER_POOL_ID", "COGNITO_CLIENT_ID",
        "COGNITO_CLIENT_SECRET", "DYNAMODB_SESSION_TABLE", "DYNAMODB_AUDIT_TABLE", "KMS_KEY_ID", "ENABLE_AUDIT_LOGGING",
        "ENABLE_ENCRYPTION",
      ])
    #expect(definition.producer(at: "ContainerDefinitions[0].Secrets[0].ValueFrom")?.address == "auth/client-secret")
  }

  @Test("The API may do exactly the guide's six things with the two tables, two with the key, three with the pool")
  func taskRole() throws {
    let graph = try SerenityGraphs.pilot
    let role = try graph.resource("compute/service/task/role")
    #expect(role["ManagedPolicyArns"] == [] || role["ManagedPolicyArns"] == nil)
    let statements = role.statements("Policies[0].PolicyDocument")
    #expect(statements.count == 4)
    let tableActions = ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan"].map { "dynamodb:\($0)" }
    #expect(statements.prefix(2).allSatisfy { Set($0.actions) == Set(tableActions) })
    #expect(Set(statements[2].actions) == ["kms:Decrypt", "kms:GenerateDataKey"])
    #expect(
      Set(statements[3].actions) == ["cognito-idp:AdminGetUser", "cognito-idp:AdminUpdateUserAttributes", "cognito-idp:ListUsers"])
    #expect(statements.allSatisfy { $0["Resource"] != nil && $0["Resource"] != "*" })
    #expect(
      Set(role.node.dependencies.filter { !$0.paths.isEmpty }.map(\.address)) == [
        "auth/users", "data/audit/table", "data/sessions/table", "security/key/key",
      ])
  }

  @Test("No role may do everything, and each is trusted to one service for this account")
  func roles() throws {
    for role in try SerenityGraphs.pilot.all(IAM.Role.self) {
      let trust = role.statements("AssumeRolePolicyDocument")
      #expect(trust.count == 1, "\(role.address)")
      #expect(trust.first?["Principal"]?["Service"]?.stringValue?.hasSuffix(".amazonaws.com") == true, "\(role.address)")
      #expect(trust.first?["Condition"]?["StringEquals"]?["aws:SourceAccount"] == "123456789012", "\(role.address)")
      for statement in role.statements("Policies[0].PolicyDocument") {
        #expect(!statement.actions.contains { $0 == "*" || $0.hasSuffix(":*") }, "\(role.address)")
      }
    }
  }

  @Test("Traffic is TLS 1.2 or newer on both sides of the load balancer, and plain HTTP is redirected")
  func encryptionInTransit() throws {
    let graph = try SerenityGraphs.pilot
    let https = try graph.resource("compute/api/https")
    #expect(https["Protocol"] == "HTTPS")
    #expect(https["SslPolicy"] == "ELBSecurityPolicy-TLS13-1-2-2021-06")
    let http = try graph.resource("compute/api/http")
    #expect(http["DefaultActions[0].RedirectConfig.Protocol"] == "HTTPS")
    let targets = try graph.resource("compute/api/targets")
    #expect(targets["Protocol"] == "HTTPS" && targets["Port"] == 3001)
    #expect(targets["HealthCheckPath"] == "/health" && targets["HealthCheckProtocol"] == "HTTPS")
  }

  @Test("What does not come from CloudFront is refused: the header's value is an id that AWS made, and both sides have the same")
  func originHeader() throws {
    let graph = try SerenityGraphs.pilot
    let https = try graph.resource("compute/api/https")
    #expect(https["DefaultActions[0].Type"] == "fixed-response")
    #expect(https["DefaultActions[0].FixedResponseConfig.StatusCode"] == "403")
    let rule = try graph.resource("compute/api/from-edge")
    let demanded = try #require(rule["Conditions[0].HttpHeaderConfig"])
    let distribution = try graph.resource("distribution/site/distribution")
    let sent = try #require(distribution["DistributionConfig.Origins[1].OriginCustomHeaders[0]"])
    #expect(demanded["HttpHeaderName"] == sent["HeaderName"])
    #expect(demanded["Values"]?.arrayValue == sent["HeaderValue"].map { [$0] })
    #expect(sent["HeaderValue"] == .reference(Reference("security/site/acl", "Id")))
  }

  @Test("The service waits for the way to its targets and for the private routes, has no public address, and leaves its count to scaling")
  func service() throws {
    let service = try SerenityGraphs.pilot.resource("compute/service/service")
    #expect(service["DesiredCount"] == 2)
    #expect(service["LaunchType"] == "FARGATE")
    #expect(service["NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp"] == "DISABLED")
    #expect(
      service.producer(at: "NetworkConfiguration.AwsvpcConfiguration.Subnets[0]")?.address == "network/private/subnet-1")
    let waits = Set(service.dependencies.map(\.address))
    #expect(waits.isSuperset(of: ["compute/api/from-edge", "network/internet/private-1", "network/internet/private-2"]))
    #expect(service.lifecycle.ignoredPaths == ["DesiredCount"])
    let scaling = try SerenityGraphs.pilot.resource("compute/service/scaling")
    #expect(scaling["MinCapacity"] == 2)
    #expect(scaling["ResourceId"]?.shownText == "service/*/*")
  }
}
