import StrataModel
import StrataPlanning
import Testing

@Suite("Random edits")
struct PropertyTests {
  /// A small generator with a seed, so that a failure can be repeated (SplitMix64, public domain).
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// A graph of sample types with random members, values and references.
  static func graph(_ random: inout Generator) -> ResourceGraph {
    var nodes: [ResourceNode] = []
    func pick<Element>(_ choices: [Element], _ random: inout Generator) -> Element {
      choices[Int.random(in: 0..<choices.count, using: &random)]
    }
    for index in 0..<4 where Int.random(in: 0..<5, using: &random) > 0 {
      nodes.append(
        node(ResourceAddress("net/n\(index)"), Sample.network, ["Range": pick(["1", "2"], &random), "Note": pick(["a", "b"], &random)]) {
          $0.isDeletedFirst = index == 3
        })
    }
    for index in 0..<5 where Int.random(in: 0..<5, using: &random) > 0 {
      guard let network = nodes.filter({ $0.type == Sample.network }).randomElement(using: &random) else { break }
      nodes.append(
        node(
          ResourceAddress("net/s\(index)"), Sample.subnet,
          [
            "NetworkId": ref(network.address, "Id"), "Range": .string("range-\(index)"),
            "Zones": pick([["a", "b"], ["b", "a"], ["c"]], &random),
          ]))
    }
    for index in 0..<3 where Int.random(in: 0..<4, using: &random) > 0 {
      nodes.append(
        node(ResourceAddress("sec/k\(index)"), Sample.key, ["Spec": pick(["x", "y"], &random), "Note": pick(["a", "b"], &random)]))
      nodes.append(
        node(
          ResourceAddress("sec/z\(index)"), Sample.bucket,
          ["Kind": pick(["x", "y"], &random), "Key": ref(ResourceAddress("sec/k\(index)"), "Arn")]))
    }
    for index in 0..<5 where Int.random(in: 0..<4, using: &random) > 0 {
      var properties: PropertyObject = ["Size": pick(["small", "large", "huge"], &random)]
      if let subnet = nodes.filter({ $0.type == Sample.subnet }).randomElement(using: &random) {
        properties["SubnetId"] = ref(subnet.address, "Id")
      }
      if let key = nodes.filter({ $0.type == Sample.key }).randomElement(using: &random) {
        properties["KeyVersion"] = ref(key.address, "Version")
      }
      if let bucket = nodes.filter({ $0.type == Sample.bucket }).randomElement(using: &random) {
        properties["Note"] = .expression(Expression(.concatenate, [ref(bucket.address, "Arn"), "/*"]))
      }
      nodes.append(
        node(ResourceAddress("web/i\(index)"), Sample.server, properties, after: nodes.first.map { [$0.address] } ?? []) {
          $0.isRetained = index == 4
        })
    }
    return ResourceGraph(environment: "test", resources: nodes)
  }

  @Test("Plans over random edits can be ordered, cover every record once, and lead where they should", arguments: 1...150)
  func edits(seed: UInt64) {
    var random = Generator(state: seed)
    var state = emptyState
    for _ in 0..<4 {
      let graph = Self.graph(&random)
      let plan = plan(state, graph)
      #expect(plan.diagnostics.filter { $0.code == "plan-cycle" }.flatMap(\.notes).map(\.message) == [], "seed \(seed)")
      #expect(plan.executionOrder().count == plan.steps.count, "seed \(seed)")
      #expect(plan.steps.map(\.id) == Array(plan.steps.indices))
      for step in plan.steps {
        #expect(step.needs.allSatisfy { plan.steps.indices.contains($0.step) && $0.step != step.id })
        #expect(step.needs.map(\.step) == Array(Set(step.needs.map(\.step))).sorted())
        if let other = step.counterpart { #expect(plan.steps[other].counterpart == step.id) }
      }
      // Each record that counts ends or goes on in exactly one step.
      let covered = plan.steps.filter(\.hasRecord).map(\.instance)
      #expect(Set(covered).count == covered.count)
      #expect(Set(covered) == Set(state.records.keys))
      // New incarnations use exactly the reserved generations.
      let made = plan.steps.filter { $0.operation == .create }.map(\.generation).sorted()
      #expect(made == Array(plan.reservedGenerations))

      state = SymbolicCloud.apply(plan, to: state)
      let again = Plan.make(from: state, to: graph, options: options, schema: Sample.facts)
      let effects = again.effects
      #expect(effects == [], "seed \(seed): \(again.steps.flatMap(\.because))")
      #expect(Set(state.currentRecords.keys) == Set(graph.resources.map(\.address)))
      #expect(state.records.count == graph.resources.count)
    }
    let end = Plan.destroying(state, options: options, schema: Sample.facts)
    #expect(end.executionOrder().count == end.steps.count)
    #expect(SymbolicCloud.apply(end, to: state).records.isEmpty)
  }
}
