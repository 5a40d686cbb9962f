import StrataDeployment
import StrataModel
import Synchronization
import Testing

@Suite("Running actions")
struct ActionRunnerTests {
  /// A service with one setting, which shows it only after some reads.
  private final class Service: Sendable {
    let calls = Mutex<[String]>([])
    let value = Mutex<PropertyValue?>(nil)
    let readsUntilShown: Mutex<Int>
    let refusal: ProviderError?

    init(value: PropertyValue? = nil, readsUntilShown: Int = 0, refusal: ProviderError? = nil) {
      self.value.withLock { $0 = value }
      self.readsUntilShown = Mutex(readsUntilShown)
      self.refusal = refusal
    }

    func answer(_ request: ServiceRequest) throws(ProviderError) -> PropertyValue {
      calls.withLock { $0.append(request.operation) }
      if request.operation == "Set" {
        if let refusal { throw refusal }
        value.withLock { $0 = request.input["To"] }
        return [:]
      }
      if request.operation == "Unset" {
        value.withLock { $0 = nil }
        return [:]
      }
      let isHidden = readsUntilShown.withLock { count -> Bool in
        guard count > 0, value.withLock({ $0 }) != nil else { return false }
        count -= 1
        return true
      }
      guard let value = value.withLock({ $0 }), !isHidden else { throw ProviderError(.notFound, "nothing is set") }
      return ["Value": value]
    }

    var runner: ActionRunner { ActionRunner { request, _ throws(ProviderError) in try self.answer(request) } }
  }

  private let place = Placement(account: "123456789012", region: "us-east-1")

  private func action(_ value: Int, settledBy: [String] = [], undo: Bool = true) -> PropertyObject {
    ActionSpecification(
      effect: "it is set", run: ServiceRequest("test", "Set", ["To": .integer(value)]),
      proof: .init(ServiceRequest("test", "Show"), [.init("Value", .equals, .integer(value))]),
      undo: undo ? ServiceRequest("test", "Unset") : nil, settledBy: settledBy
    ).document
  }

  private func create(_ properties: PropertyObject) -> CreateRequest {
    CreateRequest(
      type: ActionSpecification.type, placement: place, route: .embedded, properties: properties, token: nil, instance: "aaaaaaaaaaaaa")
  }

  private func target(_ properties: PropertyObject) -> ObjectTarget {
    ObjectTarget(
      type: ActionSpecification.type, placement: place, route: .embedded, identifier: "aaaaaaaaaaaaa", declared: [properties])
  }

  @Test("A new action asks first, runs, and proves it")
  func new() async throws {
    let service = Service()
    #expect(try await service.runner.create(create(action(1))) == .done(ObjectDescription(identifier: "aaaaaaaaaaaaa", properties: [:])))
    #expect(service.calls.withLock { $0 } == ["Show", "Set", "Show"])
  }

  @Test("What is true already is not done again; an update is done in any case")
  func already() async throws {
    let service = Service(value: 1)
    _ = try await service.runner.create(create(action(1)))
    #expect(service.calls.withLock { $0 } == ["Show"])
    _ = try await service.runner.update(
      UpdateRequest(target: target(action(1)), properties: action(1), previous: [:], changedPaths: [], token: nil))
    #expect(service.calls.withLock { $0 } == ["Show", "Set", "Show"])
  }

  @Test("A refusal that says that it is there already is none; every other is")
  func settled() async throws {
    let refusal = ProviderError(.alreadyExists, "there already", serviceCode: "Exists")
    let service = Service(value: 2, refusal: refusal)
    await #expect(throws: refusal) { try await service.runner.create(create(action(1))) }
    let progress = try await service.runner.create(create(action(1, settledBy: ["Exists"])))
    guard case .inProgress = progress else {
      Issue.record("the proof of another value does not hold: \(progress)")
      return
    }
  }

  @Test("A proof that comes late is waited for, also by another process; one that never comes is a failure")
  func late() async throws {
    let service = Service(readsUntilShown: 2)
    var progress = try await service.runner.create(create(action(1)))
    var polls = 0
    while case .inProgress(let pending) = progress {
      polls += 1
      progress = try await service.runner.poll(
        PollRequest(
          operation: .create, type: ActionSpecification.type, placement: place, route: .embedded, waitToken: pending.waitToken))
    }
    #expect(polls == 2)
    let never = Service(readsUntilShown: .max)
    progress = try await never.runner.create(create(action(1)))
    let error = await #expect(throws: ProviderError.self) {
      while case .inProgress(let pending) = progress {
        progress = try await never.runner.poll(
          PollRequest(
            operation: .create, type: ActionSpecification.type, placement: place, route: .embedded, waitToken: pending.waitToken))
      }
    }
    #expect(error?.execution == .executed)
    #expect(error?.message.contains("its proof does not hold: nothing is set") == true)
  }

  @Test("A read tells what the proof lacks; an undo takes the effect back, and what has none is gone at once")
  func readAndUndo() async throws {
    let service = Service(value: 2)
    let error = await #expect(throws: ProviderError.self) { try await service.runner.read(target(action(1))) }
    #expect(error?.code == .notFound)
    #expect(error?.message == "the proof does not hold: test:Show shows Value as 2, not 1")
    let request = DeleteRequest(target: target(action(2)), properties: action(2), token: nil, liftsProtection: false)
    #expect(try await service.runner.delete(request) == .gone)
    #expect(service.value.withLock { $0 } == nil)
    let forever = action(2, undo: false)
    #expect(
      try await service.runner.delete(
        DeleteRequest(target: target(forever), properties: forever, token: nil, liftsProtection: false)) == .gone)
  }
}
