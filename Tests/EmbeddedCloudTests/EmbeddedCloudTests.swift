import Foundation
import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

@Suite("The embedded cloud as a provider")
struct EmbeddedCloudTests {
  private static let place = CloudFixture.place

  private static func create(_ type: String, _ properties: PropertyObject, token: String? = nil) -> CreateRequest {
    CreateRequest(type: "AWS::" + type, placement: place, route: .embedded, properties: properties, token: token)
  }

  private static func vpc(_ number: Int) -> CreateRequest { create("EC2::VPC", ["CidrBlock": .string("10.\(number).0.0/16")]) }

  @Test("Equal seeds and calls give equal clouds, other seeds others")
  func determinism() async throws {
    func run(_ seed: UInt64) async throws -> [EmbeddedCloud.Inspected] {
      let cloud = EmbeddedCloud(.test(seed: seed))
      for number in 0..<5 { _ = try await cloud.create(Self.vpc(number)) }
      _ = try await cloud.create(Self.create("ECS::Cluster", ["ClusterName": "pilot"]))
      return cloud.objects
    }
    let first = try await run(1)
    #expect(try await run(1) == first)
    #expect(try await run(2) != first)
    #expect(first.count == 6)
  }

  @Test("A cloud in a directory outlives the process and is shared; secrets do not get there")
  func persistence() async throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("cloud-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let options = EmbeddedCloudOptions(seed: 3, realism: .off, clock: VirtualCloudClock().clock)
    let one = try EmbeddedCloud(directory: directory, options)
    let two = try EmbeddedCloud(directory: directory, options)
    _ = try await one.create(Self.vpc(1))
    _ = try await two.create(Self.vpc(2))
    _ = try await one.create(Self.create("SecretsManager::Secret", ["Name": "db", "SecretString": "marker-7f3a"]))
    guard case .done(let pool) = try await two.create(Self.create("Cognito::UserPool", ["UserPoolName": "users"])),
      case .done(let client) = try await one.create(
        Self.create("Cognito::UserPoolClient", ["UserPoolId": .string(pool.identifier), "GenerateSecret": true]))
    else {
      Issue.record("the pool is not done")
      return
    }
    let secret = try #require(client.properties["ClientSecret"]?.stringValue)
    let three = try EmbeddedCloud(directory: directory, options)
    #expect(three.objects.count == 5)
    let target = ObjectTarget(
      type: "AWS::Cognito::UserPoolClient", placement: Self.place, route: .embedded, identifier: client.identifier)
    #expect(try await three.read(target).properties["ClientSecret"]?.stringValue == secret)
    let text = try String(contentsOfFile: directory + "/objects.log", encoding: .utf8)
    #expect(!text.contains("marker-7f3a") && !text.contains(secret))
  }

  @Test("A line that a crash cut off is dropped; damage elsewhere is an error that says what to do")
  func damage() async throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("cloud-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let options = EmbeddedCloudOptions(realism: .off, clock: VirtualCloudClock().clock)
    let cloud = try EmbeddedCloud(directory: directory, options)
    _ = try await cloud.create(Self.vpc(1))
    let path = directory + "/objects.log"
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try (whole + Data("{\"put\":{\"acc".utf8)).write(to: URL(fileURLWithPath: path))
    #expect(try EmbeddedCloud(directory: directory, options).objects.count == 1)
    try (Data("{\"format\":1}\nnonsense\n".utf8) + whole).write(to: URL(fileURLWithPath: path))
    do {
      _ = try EmbeddedCloud(directory: directory, options)
      Issue.record("damage was not noticed")
    } catch {
      #expect(error.message.contains("line 2") && error.message.contains("delete the file"))
    }
  }

  @Test("A lost answer leaves the object, a refused connection does not, and the record tells")
  func faults() async throws {
    let cloud = EmbeddedCloud(.test())
    cloud.setFaults(
      FaultPlan([.init(.lostResponse, calls: [.create], count: 1), .init(.refusedConnection, calls: [.create], skip: 0, count: 1)]))
    for expected in [ProviderError.Execution.unknown, .notExecuted] {
      do {
        _ = try await cloud.create(Self.vpc(1))
        Issue.record("nothing went wrong")
      } catch {
        #expect(error.execution == expected)
      }
    }
    #expect(cloud.counts == ["AWS::EC2::VPC": 1])
    #expect(cloud.operations.map(\.executed) == [true, false])
  }

  @Test("Throttling, denial, slowness and outages happen when they are asked for")
  func moreFaults() async throws {
    let clock = VirtualCloudClock()
    let cloud = EmbeddedCloud(.test(clock: clock))
    cloud.setFaults(
      FaultPlan([.init(.throttled(retryAfter: 250), count: 1), .init(.accessDenied, count: 1), .init(.slow(milliseconds: 3000), count: 1)]))
    var codes: [ProviderError.Code] = []
    for _ in 0..<2 { do { _ = try await cloud.create(Self.vpc(1)) } catch { codes.append(error.code) } }
    #expect(codes == [.throttled, .accessDenied])
    let before = clock.now
    _ = try await cloud.create(Self.vpc(1))
    #expect(clock.now - before == 3000)
    cloud.setFaults(FaultPlan([], outage: clock.now..<(clock.now + 1000)))
    await #expect(throws: ProviderError.self) { _ = try await cloud.create(Self.vpc(2)) }
    clock.advance(1000)
    _ = try await cloud.create(Self.vpc(2))
    #expect(cloud.counts == ["AWS::EC2::VPC": 2])
  }

  @Test("A partial create says which object exists")
  func partialCreate() async throws {
    let cloud = EmbeddedCloud(.test())
    cloud.setFaults(FaultPlan([.init(.partialCreate, calls: [.create])]))
    do {
      _ = try await cloud.create(Self.vpc(1))
      Issue.record("nothing went wrong")
    } catch {
      #expect(error.execution == .executed)
      #expect(error.identifier == cloud.objects.first?.identifier)
    }
  }

  @Test("Documented rates are enforced on the clock")
  func rates() async throws {
    let clock = VirtualCloudClock()
    let cloud = EmbeddedCloud(.test(clock: clock))
    let key = Self.create("KMS::Key", ["KeyPolicy": CloudFixture.keyPolicy()])
    for _ in 0..<5 { _ = try await cloud.create(key) }
    do {
      _ = try await cloud.create(key)
      Issue.record("the rate was not enforced")
    } catch {
      #expect(error.code == .throttled)
      clock.advance(error.retryAfter ?? 0)
    }
    _ = try await cloud.create(key)
    #expect(cloud.counts["AWS::KMS::Key"] == 6)
  }

  @Test("Every rule says what it refuses and where AWS says so, and the gaps are listed")
  func knowledge() {
    #expect(EmbeddedCloud.rules.count == CloudRules.all.count)
    #expect(EmbeddedCloud.rules.allSatisfy { !$0.summary.isEmpty && !$0.source.isEmpty && !$0.types.isEmpty })
    #expect(EmbeddedCloud.knownGaps.count > 5)
  }
}
