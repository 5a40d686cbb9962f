import StrataCloudFormation
import StrataModel
import Testing

@Suite("The templates of a graph")
struct ExportTests {
  // MARK: Secrets

  private func secret(_ source: SecretSource, at property: String = "MasterUserPassword") -> CloudFormationExport {
    export(resource("main/database", "AWS::RDS::DBInstance", [property: .secret(source)]))
  }

  @Test("let CloudFormation read the secrets that AWS keeps")
  func dynamicReferences() {
    #expect(
      secret(SecretSource(.secretsManager, "app/database#password")).property("MasterUserPassword", of: "Database")
        == "{{resolve:secretsmanager:app/database:SecretString:password}}")
    #expect(
      secret(SecretSource(.secretsManager, "app/token")).property("MasterUserPassword", of: "Database")
        == "{{resolve:secretsmanager:app/token:SecretString}}")
    #expect(
      secret(SecretSource(.systemsManagerParameter, "/app/password")).property("MasterUserPassword", of: "Database")
        == "{{resolve:ssm-secure:/app/password}}")
  }

  @Test(
    "take other secrets as parameters that are not shown",
    arguments: [
      (SecretSource(.environmentVariable, "DB_PASSWORD"), "MasterUserPassword", "SecretDBPASSWORD"),
      (SecretSource(.file, "keys/db.pem"), "MasterUserPassword", "SecretKeysDbPem"),
      // Dynamic references of this kind are refused for other properties.
      (SecretSource(.systemsManagerParameter, "/app/name"), "DBName", "SecretAppName"),
    ])
  func secretParameters(source: SecretSource, property: String, name: String) {
    let export = secret(source, at: property)
    #expect(export.property(property, of: "Database") == ["Ref": .string(name)])
    #expect(export.template("test-main").value(at: "Parameters", name, "NoEcho") == true)
    #expect(export.step("test-main")?["parameters"]?.elements.first?["secret"] == true)
  }

  @Test("read a resource's secret in its own template, and never export it")
  func secretAttributes() {
    let source = PropertyValue.secret(SecretSource(attribute: Reference("main/client", "ClientSecret")))
    let export = export(
      resource("main/client", "AWS::Cognito::UserPoolClient"),
      resource("main/copy", "AWS::SecretsManager::Secret", ["SecretString": source], after: ["main/client"]),
      resource("other/copy", "AWS::SecretsManager::Secret", ["SecretString": source], after: ["main/client"]))
    #expect(export.property("SecretString", of: "Copy") == ["Fn::GetAtt": ["Client", "ClientSecret"]])
    #expect(export.property("SecretString", of: "Copy", in: "test-other") == ["Ref": "SecretMainClientClientSecret"])
    #expect(export.template("test-main")["Outputs"] == nil)
  }

  @Test("do not show a secret attribute to which somebody refers as to any other")
  func shownSecrets() {
    let secret = attribute("main/client", "ClientSecret")
    let export = export(
      resource("main/client", "AWS::Cognito::UserPoolClient"), resource("other/copy", "AWS::SSM::Parameter", ["Value": secret]),
      outputs: [output("main/secret", secret)])
    #expect(export.property("Value", of: "Copy", in: "test-other") == ["Ref": "SecretMainClientClientSecret"])
    #expect(export.template("test-other").value(at: "Parameters", "SecretMainClientClientSecret", "NoEcho") == true)
    #expect(export.template("test-main")["Outputs"] == nil)
  }

  // MARK: Lifecycles and order

  enum Wish: CaseIterable {
    case protected, retained, holdsData, deletedFirst
  }

  @Test("retain what is protected, retained or holds data, and nothing else", arguments: Wish.allCases)
  func retained(wish: Wish) {
    var lifecycle = Lifecycle()
    switch wish {
    case .protected: lifecycle.isProtected = true
    case .retained: lifecycle.isRetained = true
    case .holdsData: lifecycle.holdsData = true
    case .deletedFirst: lifecycle.isDeletedFirst = true
    }
    let entry = export(resource("main/key", "AWS::KMS::Key", lifecycle: lifecycle)).template("test-main").value(at: "Resources", "Key")
    let policy: PropertyValue? = wish == .deletedFirst ? nil : "Retain"
    #expect(entry?["DeletionPolicy"] == policy)
    #expect(entry?["UpdateReplacePolicy"] == policy)
  }

  @Test("say what CloudFormation has no words for")
  func notExpressed() {
    var lifecycle = Lifecycle()
    lifecycle.ignoredPaths = ["DesiredCount"]
    let export = export(resource("main/service", "AWS::ECS::Service", lifecycle: lifecycle, adopting: "arn|cluster"))
    #expect(
      export.step("test-main")?["notExpressed"] == [
        ["address": "main/service", "what": "a change of DesiredCount in the template is applied; with 'deploy' it is not"]
      ])
    #expect(
      export.step("test-main")?["resourcesToImport"] == [
        [
          "LogicalResourceId": "Service", "ResourceIdentifier": ["Cluster": "cluster", "ServiceArn": "arn"],
          "ResourceType": "AWS::ECS::Service",
        ]
      ])
    #expect(export.template("test-main").value(at: "Resources", "Service", "DeletionPolicy") == "Delete")
  }

  @Test("depend by DependsOn only where no reference says so")
  func dependsOn() {
    let export = export(
      resource("main/a", "AWS::SNS::Topic"), resource("main/b", "AWS::SNS::Topic"), resource("main/c", "AWS::SNS::Topic"),
      resource("main/d", "AWS::SSM::Parameter", ["Value": attribute("main/a", "TopicArn")], after: ["main/a", "main/b", "main/c"]),
      resource("other/e", "AWS::SNS::Topic", after: ["main/a"]))
    #expect(export.template("test-main").value(at: "Resources", "D", "DependsOn") == ["B", "C"])
    #expect(export.template("test-other").value(at: "Resources", "E", "DependsOn") == nil)
    #expect(export.order == ["test-main", "test-other"])
  }

  @Test("name the capabilities that a caller must acknowledge")
  func capabilities() {
    let export = export(
      resource("a/role", "AWS::IAM::Role"), resource("b/role", "AWS::IAM::Role", ["RoleName": "deployer"]),
      resource("c/key", "AWS::KMS::Key"))
    #expect(export.step("test-a")?["capabilities"] == ["CAPABILITY_IAM"])
    #expect(export.step("test-b")?["capabilities"] == ["CAPABILITY_NAMED_IAM"])
    #expect(export.step("test-c")?["capabilities"] == nil)
  }

  @Test("leave actions to people, between what comes before and what waits for them")
  func actions() {
    let action = ActionSpecification(
      effect: "the alias is set",
      run: ServiceRequest("iam", "CreateAccountAlias", ["AccountAlias": attribute("main/topic", "TopicName")]),
      proof: ActionSpecification.Proof(
        ServiceRequest("iam", "ListAccountAliases"), [ActionSpecification.Expectation("AccountAliases", .contains, "x")]))
    let export = export(
      resource("main/topic", "AWS::SNS::Topic"), resource("main/alias", ActionSpecification.type, action.document),
      resource("main/queue", "AWS::SQS::Queue", after: ["main/alias"]))
    #expect(export.order == ["test-main", "main/alias", "test-main-2"])
    let step = export.manifest["steps"]?.elements[1]
    #expect(step?["effect"] == "the alias is set")
    #expect(step?.value(at: "call", "Operation") == "CreateAccountAlias")
    #expect(step?.value(at: "call", "Input", "AccountAlias") == "<output TopicTopicName of stack test-main>")
    #expect(export.template("test-main-2").value(at: "Resources")?.objectValue?.keys == ["Queue"])
  }

  // MARK: Names

  @Test("give two addresses two logical ids, the first its plain one, and say so")
  func collisions() throws {
    let export = export(resource("main/a-b/c", "AWS::SNS::Topic"), resource("main/a/b-c", "AWS::SNS::Topic"))
    let ids = try #require(export.template("test-main")["Resources"]?.objectValue?.keys)
    #expect(ids.first == "ABC" && ids.count == 2 && ids[1].count == 11)
    #expect(export.template("test-main").value(at: "Resources", "ABC", "Metadata", "Strata", "Address") == "main/a-b/c")
    #expect(export.codes == ["logical-id-collision"])
    #expect(export.diagnostics.first?.severity == .warning && export.diagnostics.first?.address == "main/a/b-c")
  }

  @Test("give two stacks two names, and say so")
  func stackNames() {
    let export = export(resource("a.b/topic", "AWS::SNS::Topic"), resource("a_b/topic", "AWS::SNS::Topic"))
    #expect(Set(export.templates.map(\.stackName)).count == 2)
    #expect(export.templates.contains { $0.stackName == "test-a-b" })
    #expect(export.codes == ["stack-name-collision"])
  }

  // MARK: Limits

  private func topics(_ stack: String, _ addresses: String...) -> [ResourceNode] {
    addresses.map { resource(ResourceAddress("\(stack)/\($0)"), "AWS::SNS::Topic") }
  }

  @Test("divide a stack that is too large by its components")
  func division() {
    var limits = TemplateLimits()
    limits.resources = 2
    let graph = ResourceGraph(environment: "test", resources: topics("main", "a/1", "a/2", "b/1", "c"))
    let export = CloudFormationExport(of: graph, limits: limits)
    #expect(export.diagnostics.isEmpty)
    #expect(export.order == ["test-main", "test-main-a", "test-main-b"])
    #expect(export.templates.map(\.resourceCount) == [1, 2, 1])
  }

  @Test("refuse what is too large in every way that CloudFormation counts")
  func limits() {
    var limits = TemplateLimits()
    limits.resources = 1
    let graph = ResourceGraph(environment: "test", resources: topics("main", "a/1", "a/2"))
    #expect(CloudFormationExport(of: graph, limits: limits).codes == ["template-too-large"])

    limits = TemplateLimits()
    limits.outputs = 1
    let outputs = [output("main/a", "1"), output("main/b", "2")]
    let reporting = ResourceGraph(environment: "test", resources: topics("main", "a"), outputs: outputs)
    #expect(CloudFormationExport(of: reporting, limits: limits).diagnostics.first?.message.contains("2 outputs") == true)

    limits = TemplateLimits()
    limits.bytes = 100
    #expect(CloudFormationExport(of: reporting, limits: limits).diagnostics.first?.message.contains("bytes") == true)

    limits = TemplateLimits()
    limits.parameters = 0
    let remote = ResourceGraph(
      environment: "test",
      resources: [
        resource("a/key", "AWS::KMS::Key"),
        resource("b/value", "AWS::SSM::Parameter", ["Value": attribute("a/key", "Arn")], region: "us-west-2"),
      ])
    #expect(CloudFormationExport(of: remote, limits: limits).diagnostics.first?.message.contains("1 parameters") == true)
  }

  @Test("are the same bytes on every run")
  func stability() {
    let graph = ResourceGraph(environment: "test", resources: topics("main", "a", "b") + topics("other", "a", "b"))
    let (first, second) = (CloudFormationExport(of: graph), CloudFormationExport(of: graph))
    #expect(first.templates.map(\.text) == second.templates.map(\.text))
    #expect(first.manifest == second.manifest)
  }
}
