import AWSClient
import CloudControlServer
import StrataDeployment
import StrataEmbeddedCloud
import StrataModel
import Testing

@Suite("The shipped provider on the server")
struct ProviderConformanceTests {
  private static let place = Placement(account: "210987654321", region: "eu-west-1")
  private static let subjects: [ProviderConformance.Subject] = [
    .init(
      type: "AWS::EC2::VPC", placement: place, properties: ["CidrBlock": "10.0.0.0/16"],
      changed: ["CidrBlock": "10.0.0.0/16", "EnableDnsHostnames": true]),
    .init(
      type: "AWS::SecretsManager::Secret", placement: place, properties: ["Name": "db", "SecretString": "hidden"],
      changed: ["Name": "db", "SecretString": "hidden", "Description": "of the database"]),
    .init(
      type: "AWS::DynamoDB::Table", placement: place,
      properties: [
        "TableName": "sessions", "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]],
        "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]],
      ]),
    .init(
      type: "AWS::Events::Rule", placement: place, properties: ["Name": "nightly", "ScheduleExpression": "rate(1 day)"],
      changed: ["Name": "nightly", "ScheduleExpression": "rate(2 days)"]),
    .init(type: "AWS::Route53::HostedZone", placement: place, properties: ["Name": "example.com."]),
  ]

  /// Cloud Control accepts a delete of what is not there and reports NotFound later, which its provider takes for gone.
  private static let asynchronousRefusal = "deleting what is gone is not found"

  @Test("It conforms over the whole wire path, and leaves nothing", arguments: [0, 1000])
  func conforms(delayPerMille: Int) async {
    // The suite gives each subject the same token, which Cloud Control takes once: each has a server of its own.
    for subject in Self.subjects {
      let fixture = CloudControlFixture(delayPerMille: delayPerMille)
      let provider = CloudControlOnly(
        endpoint: Endpoint(isSecure: false, host: "127.0.0.1", port: 4600), transport: ServerTransport(server: fixture.server))
      let findings = await ProviderConformance(provider) { fixture.clock.advance($0) }.run([subject])
      #expect(findings.filter { $0.check != Self.asynchronousRefusal }.map(\.description) == [])
      #expect(fixture.cloud.isEmpty)
    }
  }

  @Test("What the cloud refuses ends the request with a refusal, which nobody needs to try again")
  func refusal() async {
    let fixture = CloudControlFixture(delayPerMille: 0)
    let provider = CloudControlOnly(
      endpoint: Endpoint(isSecure: false, host: "127.0.0.1", port: 4600), transport: ServerTransport(server: fixture.server))
    let request = CreateRequest(
      type: "AWS::Config::ConfigRule", placement: Self.place, route: .cloudControl,
      properties: ["ConfigRuleName": "s3", "Source": ["Owner": "AWS", "SourceIdentifier": "S3_BUCKET_VERSIONING_ENABLED"]],
      token: "token-1")
    var refused: ProviderError?
    do throws(ProviderError) {
      var progress = try await provider.create(request)
      for _ in 0..<5 {
        guard case .inProgress(let pending) = progress else { break }
        fixture.clock.advance(pending.pollAfter)
        progress = try await provider.poll(
          PollRequest(
            operation: .create, type: request.type, placement: request.placement, route: .cloudControl, waitToken: pending.waitToken))
      }
      Issue.record("the cloud did not refuse: \(progress)")
    } catch { refused = error }
    #expect(refused?.code == .invalidRequest)
    #expect(refused?.execution == .executed)
    #expect(refused?.message.contains("NoAvailableConfigurationRecorderException") == true)
  }

  @Test("An existing object is read by its identifier alone, as a takeover needs it")
  func takeover() async throws {
    let fixture = CloudControlFixture(delayPerMille: 0)
    let provider = CloudControlOnly(
      endpoint: Endpoint(isSecure: false, host: "127.0.0.1", port: 4600), transport: ServerTransport(server: fixture.server))
    var nodes: [ResourceNode] = []
    for (index, subject) in Self.subjects.enumerated() {
      let request = CreateRequest(
        type: subject.type, placement: subject.placement, route: .embedded, properties: subject.properties, token: "made-\(index)")
      guard case .done(let made) = try await fixture.cloud.create(request) else {
        Issue.record("\(subject.type) was not made at once")
        continue
      }
      nodes.append(
        ResourceNode(
          address: ResourceAddress("a/\(index)"), type: subject.type, placement: subject.placement, adoptedIdentifier: made.identifier,
          source: SourceLocation(fileID: "T/T.swift", line: 1)))
    }
    let result = await Observer(of: provider, schema: CatalogFacts()).observe(
      StateSnapshot(lineage: "l", environment: "test", engine: "1.0.0"), adopting: ResourceGraph(environment: "test", resources: nodes),
      isRefreshing: false)
    #expect(result.failures == [])
    for node in nodes {
      let found = try #require(result.adoptedObjects[node.address], "\(node.type)")
      #expect(found.identifier == node.adoptedIdentifier)
      #expect(!found.properties.isEmpty)
    }
  }

  @Test("It works over a socket, and the listener ends when it is told to")
  func socket() async throws {
    let fixture = CloudControlFixture()
    let listener = try await LoopbackListener.bind(port: 0)
    let serving = Task { await listener.run(fixture.server) }
    let transport = try AsyncHTTPClientTransport()
    let provider = CloudControlOnly(endpoint: Endpoint(isSecure: false, host: "127.0.0.1", port: listener.port), transport: transport)
    let findings = await ProviderConformance(provider) { fixture.clock.advance($0) }.run([Self.subjects[0]])
    #expect(findings.filter { $0.check != Self.asynchronousRefusal }.map(\.description) == [])
    await transport.shutdown()
    serving.cancel()
    await serving.value
  }

  @Test("A port that is taken is refused with what to do")
  func takenPort() async throws {
    let fixture = CloudControlFixture()
    let listener = try await LoopbackListener.bind(port: 0)
    let serving = Task { await listener.run(fixture.server) }
    await #expect(throws: ListenerError.self) { try await LoopbackListener.bind(port: listener.port) }
    serving.cancel()
    await serving.value
  }
}
