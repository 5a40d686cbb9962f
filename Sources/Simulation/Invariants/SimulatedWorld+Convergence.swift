import ResourceCatalog
import StrataDeployment
import StrataEmbeddedCloud
package import StrataModel
import StrataPlanning
import Synchronization

extension SimulatedWorld {
  /// Checks what must hold after a complete deployment: cloud and state hold exactly what the graph says, once each, and a second plan is empty.
  ///
  /// - Parameter graph: what was deployed; `nil` when everything was taken apart.
  package func checkConvergence(_ graph: ResourceGraph?) async {
    await endLateRequests()
    // Deletions that go on come to their end.
    await pass(milliseconds: 1_800_000)
    guard let snapshot = await checkAccounts(isFinal: true) else { return }
    for open in snapshot.openIntents {
      report(.openOperation, "the \(open.intent.operation.rawValue) of \(open.intent.address) never ended", at: open.intent.address)
    }
    let current = snapshot.currentRecords
    checkRecords(graph, snapshot, current)
    guard let graph else { return }
    checkProperties(graph, current)
    await checkActions(current)
    let plan = await plan(graph, snapshot)
    for step in plan.steps where step.operation != .keep && !Self.isOnlyBookkeeping(step, snapshot) {
      report(.replan, "a second plan says \(step.operation) \(step.address) (\(step.because.joined(separator: "; ")))", at: step.address)
    }
    for diagnostic in plan.diagnostics where diagnostic.severity == .error {
      report(.replan, "a second plan is refused: \(diagnostic.message)")
    }
  }

  /// What is deleted with a waiting time leaves state when that is over, whatever the program says.
  private static func isOnlyBookkeeping(_ step: PlanStep, _ snapshot: StateSnapshot) -> Bool {
    guard step.operation == .forget, case .pendingDeletion? = snapshot.records[step.instance]?.status else { return false }
    return true
  }

  // MARK: Records and objects

  private func checkRecords(_ graph: ResourceGraph?, _ snapshot: StateSnapshot, _ current: [ResourceAddress: ResourceRecord]) {
    let declared = Set(graph?.resources.map(\.address) ?? [])
    for address in declared.sorted() where current[address]?.identifier == nil {
      report(.record, "\(address) is declared, and state has no object of it", at: address)
    }
    for address in current.keys.sorted() where !declared.contains(address) {
      report(.record, "\(address) is not declared any more, and state still has it", at: address)
    }
    for record in snapshot.records.values.sorted(by: { $0.address < $1.address }) where record.status == .deposed {
      report(.record, "an object of \(record.address) that was replaced is still there", at: record.address)
    }
    // Only a declaration's own object may bear its tag.
    var holders: [String: [ObjectName]] = [:]
    for object in cloud.objects where object.pendingDeletionUntil == nil {
      guard let tag = IdentityTags().instanceTag(of: object.properties, type: object.type) else { continue }
      holders[tag, default: []].append(ObjectName(object))
    }
    for tag in holders.keys.sorted() {
      guard let names = holders[tag], names.count > 1 else { continue }
      report(.duplicate, "\(names.map(\.description).joined(separator: " and ")) were made for one resource")
    }
  }

  // MARK: Actions

  /// The proof of every recorded action holds.
  private func checkActions(_ current: [ResourceAddress: ResourceRecord]) async {
    for record in current.values.filter(\.isAction).sorted(by: { $0.address < $1.address }) {
      let target = ObjectTarget(
        type: record.type, placement: record.placement, route: record.route, identifier: record.identifier ?? "",
        declared: [record.appliedProperties])
      do throws(ProviderError) { _ = try await cloud.read(target) } catch {
        report(.mismatch, "the action \(record.address) is recorded, and \(error.message)", at: record.address)
      }
    }
  }

  // MARK: Properties

  private func checkProperties(_ graph: ResourceGraph, _ current: [ResourceAddress: ResourceRecord]) {
    var objects: [ObjectName: PropertyObject] = [:]
    for object in cloud.objects { objects[ObjectName(object)] = object.properties }
    let library = RememberedFacts().library()
    let secrets = secrets
    func properties(at address: ResourceAddress) -> PropertyObject? { current[address].flatMap(ObjectName.init).flatMap { objects[$0] } }
    for node in graph.resources {
      guard let record = current[node.address], let name = ObjectName(record), let found = objects[name] else { continue }
      let written = state.withLock { $0.written[name] } ?? [:]
      let shape = library[node.type].shape
      for unit in OwnedUnit.units(of: node.properties, shape: shape) {
        let place = shape.place(at: unit.path)
        if node.lifecycle.ignoredPaths.contains(where: { unit.path.isWithin($0) }) { continue }
        let wanted = Self.resolved(unit.value, secrets) { reference in
          properties(at: reference.address)?.attribute(reference.attribute)
        }
        let isHidden = place.facts.isWriteOnly
        let present = OwnedUnit.value(at: unit.path, in: isHidden ? written : found, shape: shape)
        guard !ValueComparison.areEqual(present, wanted, at: place, sides: .observed) else { continue }
        report(
          .mismatch,
          "\(unit.path) of \(node.address) is \(isHidden ? "another secret" : present.map { JSONWriter.text(of: $0) } ?? "absent") instead of \(isHidden ? "the present one" : JSONWriter.text(of: wanted))",
          at: node.address)
      }
    }
  }

  /// A value with every reference and secret in its place.
  private static func resolved(_ value: PropertyValue, _ secrets: SimulatedSecrets, _ lookup: (Reference) -> PropertyValue?)
    -> PropertyValue
  {
    switch value {
    case .null, .bool, .integer, .number, .string: return value
    case .reference(let reference): return lookup(reference) ?? value
    case .secret(let source):
      return source.reference.map { lookup($0) ?? value } ?? .string(secrets.text(for: source))
    case .array(let elements): return .array(elements.map { resolved($0, secrets, lookup) })
    case .object(let object): return .object(object.mapValues { resolved($0, secrets, lookup) })
    case .expression(let expression):
      let known = Expression(expression.function, expression.arguments.map { resolved($0, secrets, lookup) })
      return known.evaluated() ?? .expression(known)
    }
  }
}

extension PropertyObject {
  /// An attribute by its name, or by its path.
  fileprivate func attribute(_ name: String) -> PropertyValue? {
    if let value = self[name] { return value }
    return PropertyPath(parsing: name).flatMap { PropertyValue.object(self)[$0] }
  }
}
