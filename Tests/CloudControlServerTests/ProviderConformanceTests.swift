import AWSClient
import CloudControlServer
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
