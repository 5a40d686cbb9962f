import ResourceCatalog
import StrataDeployment
import StrataModel

/// The life of one object under the eyes of ``ProviderConformance``.
struct ConformanceLife {
  let conformance: ProviderConformance
  let subject: ProviderConformance.Subject
  private(set) var findings: [ProviderConformance.Finding] = []

  init(conformance: ProviderConformance, subject: ProviderConformance.Subject) {
    self.conformance = conformance
    self.subject = subject
  }

  private var provider: any Provider { conformance.provider }

  private mutating func expect(_ holds: Bool, _ check: String, _ detail: @autoclosure () -> String = "") {
    if !holds { findings.append(ProviderConformance.Finding(type: subject.type, check: check, detail: detail())) }
  }

  private mutating func fail(_ check: String, _ error: ProviderError) {
    findings.append(ProviderConformance.Finding(type: subject.type, check: check, detail: "\(error.code): \(error.message)"))
  }

  mutating func run() async {
    guard let route = provider.route(for: subject.type, in: subject.placement) else {
      expect(false, "a type that is checked has a route")
      return
    }
    await checkCaller()
    await checkRefusals(route)
    guard let made = await create(route) else { return }
    let target = ObjectTarget(
      type: subject.type, placement: subject.placement, route: route, identifier: made.identifier, handle: made.handle)
    await checkRead(target)
    await checkSearch(target)
    await checkUpdate(target)
    await checkDelete(target)
  }

  private mutating func checkCaller() async {
    do throws(ProviderError) {
      let caller = try await provider.authenticate(in: subject.placement)
      expect(caller.hasPrefix("arn:"), "the caller's identity is an ARN", caller)
      expect(caller.contains(subject.placement.account), "the caller belongs to the placement's account", caller)
    } catch { fail("a valid caller is known", error) }
  }

  private mutating func checkRefusals(_ route: ResourceRecord.Route) async {
    var wrong = subject.properties
    wrong["StrataNoSuchProperty"] = 1
    do throws(ProviderError) {
      _ = try await provider.create(
        CreateRequest(type: subject.type, placement: subject.placement, route: route, properties: wrong, token: nil))
      expect(false, "a property that the type does not have is refused")
    } catch {
      expect(error.code == .invalidRequest, "an unknown property is an invalid request", "\(error.code)")
      expect(error.execution == .notExecuted, "a refused request is not executed", "\(error.execution)")
    }
    do throws(ProviderError) {
      _ = try await provider.poll(
        PollRequest(
          operation: .create, type: subject.type, placement: subject.placement, route: route, waitToken: "no such token"))
      expect(false, "a wait token that nobody gave is refused")
    } catch {
      expect(error.code == .invalidRequest || error.code == .notFound, "an unknown wait token is invalid or not found", "\(error.code)")
    }
  }

  private mutating func create(_ route: ResourceRecord.Route) async -> ObjectDescription? {
    let token = "0123456789abcdef0123456789abcdef"
    let request = CreateRequest(
      type: subject.type, placement: subject.placement, route: route, properties: subject.properties, token: token)
    do throws(ProviderError) {
      let start = try await provider.create(request)
      guard let made = try await settle(start, .create, route) else {
        expect(false, "a create ends with an object")
        return nil
      }
      expect(!made.identifier.isEmpty, "an object has an identifier")
      let behavior = ResourceBehavior.of(subject.type)
      if route != .cloudControl, behavior.apiClass == .token || behavior.apiClass == .tokenUnknownWindow {
        let again = try await settle(try await provider.create(request), .create, route)
        expect(
          again?.identifier == made.identifier, "a token that is repeated answers with the same object", again?.identifier ?? "nothing")
      }
      return made
    } catch {
      fail("a valid document is created", error)
      return nil
    }
  }

  private mutating func checkRead(_ target: ObjectTarget) async {
    guard let read = await patiently({ () async throws(ProviderError) in try await provider.read(target) }) else {
      expect(false, "an object that was made can be read")
      return
    }
    expect(read.identifier == target.identifier, "a read shows the identifier of the create", read.identifier)
    guard let schema = ResourceCatalog.aws.type(subject.type) else { return }
    for path in schema.writeOnlyPaths where !String(path).contains("*") {
      let value = read.properties.value(at: TypeProfile.components(path))
      expect(value == nil, "a read never shows a write-only value", String(path))
    }
    for field in subject.properties.fields {
      guard case .string(let text) = field.value, schema.property(field.key)?.isWriteOnly == false, schema.propertyTransforms.isEmpty else {
        continue
      }
      expect(read.properties[field.key]?.scalarText == text, "a read shows the texts that were given", field.key)
    }
  }

  private mutating func checkSearch(_ target: ObjectTarget) async {
    let query = ObjectQuery(type: target.type, placement: target.placement, route: target.route, filter: .all)
    for _ in 0..<conformance.patience {
      do throws(ProviderError) {
        if try await provider.find(query).contains(where: { $0.identifier == target.identifier }) { return }
      } catch {
        if error.code == .unsupported { return }
      }
      await conformance.wait(1000)
    }
    expect(false, "a list shows the object in the end", target.identifier)
  }

  private mutating func checkUpdate(_ target: ObjectTarget) async {
    guard let changed = subject.changed else { return }
    let names = Set(changed.keys).union(subject.properties.keys)
    let paths = names.filter { changed[$0] != subject.properties[$0] }.sorted().map { PropertyPath($0) }
    let request = UpdateRequest(
      target: target, properties: changed, previous: subject.properties, changedPaths: paths, token: "fedcba9876543210fedcba9876543210")
    do throws(ProviderError) {
      let after = try await settle(try await provider.update(request), .update, target.route)
      expect(after?.identifier == target.identifier, "an update keeps the identifier", after?.identifier ?? "nothing")
      for path in paths {
        guard let name = path.property, case .string(let text)? = changed[name] else { continue }
        expect(after?.properties[name]?.scalarText == text, "an update ends with the new values", name)
      }
    } catch { fail("a change that the type allows is made", error) }
  }

  private mutating func checkDelete(_ target: ObjectTarget) async {
    let properties = subject.changed ?? subject.properties
    do throws(ProviderError) {
      let start = try await provider.delete(DeleteRequest(target: target, properties: properties, token: nil))
      let end = try await settle(start, .delete, target.route)
      if let end {
        expect(end.pendingDeletionUntil != nil, "a delete that leaves the object says until when")
        return
      }
    } catch {
      fail("an object is deleted", error)
      return
    }
    do throws(ProviderError) {
      let read = try await provider.read(target)
      expect(read.pendingDeletionUntil != nil, "a deleted object is not found")
    } catch { expect(error.code == .notFound, "reading what is gone is not found", "\(error.code)") }
    do throws(ProviderError) {
      _ = try await provider.delete(DeleteRequest(target: target, properties: properties, token: nil))
      expect(false, "deleting what is gone is not found")
    } catch { expect(error.code == .notFound, "deleting what is gone is not found", "\(error.code)") }
  }

  // MARK: Waiting

  /// The object at the end of an operation; `nil` when it is gone.
  private func settle(
    _ start: OperationProgress, _ operation: Intent.Operation, _ route: ResourceRecord.Route
  ) async throws(ProviderError) -> ObjectDescription? {
    var progress = start
    for _ in 0..<conformance.patience {
      switch progress {
      case .done(let description): return description
      case .gone: return nil
      case .inProgress(let pending):
        await conformance.wait(max(1, pending.pollAfter))
        progress = try await provider.poll(
          PollRequest(
            operation: operation, type: subject.type, placement: subject.placement, route: route, waitToken: pending.waitToken))
      }
    }
    throw ProviderError(.serviceFailure, execution: .unknown, "the operation does not end")
  }

  private func patiently<Answer>(_ ask: () async throws(ProviderError) -> Answer) async -> Answer? {
    for _ in 0..<conformance.patience {
      if let answer = try? await ask() { return answer }
      await conformance.wait(500)
    }
    return nil
  }
}
