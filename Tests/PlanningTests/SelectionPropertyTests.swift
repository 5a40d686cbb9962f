import StrataModel
import StrataPlanning
import Testing

@Suite("Random selections")
struct SelectionPropertyTests {
  typealias Generator = PropertyTests.Generator

  /// A few patterns over what is declared and recorded.
  static func selection(_ state: StateSnapshot, _ graph: ResourceGraph, _ random: inout Generator) -> ResourceSelection {
    let all = Set(graph.resources.map(\.address) + state.records.values.map(\.address)).sorted()
    func some(_ most: Int, _ random: inout Generator) -> [AddressPattern] {
      guard let count = (0...most).randomElement(using: &random) else { return [] }
      return (0..<count).compactMap { _ in
        guard let address = all.randomElement(using: &random) else { return nil }
        return AddressPattern(Int.random(in: 0..<4, using: &random) == 0 ? "\(address.stack)/\(address.id.prefix(1))*" : address.path)
      }
    }
    return ResourceSelection(only: some(3, &random), except: some(1, &random))
  }

  /// A program with random outputs, of which one speaks of two resources.
  static func program(_ random: inout Generator) -> ResourceGraph {
    let graph = PropertyTests.graph(&random)
    let source = SourceLocation(fileID: "a/b.swift", line: 1)
    var outputs: [OutputDeclaration] = []
    for node in graph.resources.shuffled(using: &random).prefix(2) {
      outputs.append(OutputDeclaration(key: "o/\(node.address.id)", value: ref(node.address, "Id"), source: source))
    }
    if let first = graph.resources.first, let last = graph.resources.last {
      let both = PropertyValue.expression(Expression(.concatenate, [ref(first.address, "Id"), "+", ref(last.address, "Id")]))
      outputs.append(OutputDeclaration(key: "o/both", value: both, source: source))
    }
    var result = graph
    result.outputs = outputs.sorted { $0.key < $1.key }
    return result
  }

  /// Properties with the elements of unordered lists in one order: a plan changes nothing where only that differs, so that a record keeps the
  /// order it has.
  static func ordered(_ properties: PropertyObject, _ type: String) -> PropertyObject {
    PropertyObject(
      properties.fields.map { field in
        guard Sample.facts.place([field.key], in: type).form == .unorderedList, let elements = field.value.arrayValue else {
          return (field.key, field.value)
        }
        return (field.key, .array(elements.sorted { JSONWriter.text(of: $0) < JSONWriter.text(of: $1) }))
      })
  }

  /// What a state says of each address, without what depends on when an object was made, and on the order of what has none.
  static func content(_ state: StateSnapshot) -> [String] {
    var addressOf: [InstanceID: ResourceAddress] = [:]
    for record in state.records.values { addressOf[record.instance] = record.address }
    func neutral(_ text: String) -> String {
      var text = text
      for (instance, address) in addressOf {
        text = text.replacing(instance.text, with: "<\(address)>").replacing(instance.nameSuffix, with: "<\(address)>")
      }
      return text
    }
    let records = state.records.values.map { record -> String in
      let edges = record.edges.map { "\($0.address)=\(addressOf[$0.instance]?.path ?? "nobody")" }.sorted()
      let inputs = JSONWriter.text(of: .object(ordered(record.inputs, record.type)))
      return "\(record.address) \(record.status) \(record.type) \(record.lifecycle) \(neutral(inputs)) \(edges)"
    }
    let outputs = state.outputs.map { "\($0.key) \(neutral(JSONWriter.text(of: $0.value.value)))" }
    return records.sorted() + outputs.sorted()
  }

  /// What is unsound in a state: edges to nobody, references to nothing, bindings that are no longer true, two records for one address.
  ///
  /// - Parameter waiting: resources that are still to take over a value that changed, as a plan said.
  static func faults(_ state: StateSnapshot, waiting: [ResourceAddress] = []) -> [String] {
    var faults: [String] = []
    var current: [ResourceAddress: ResourceRecord] = [:]
    for record in state.records.values where record.status == .current {
      if current.updateValue(record, forKey: record.address) != nil { faults.append("two records of \(record.address)") }
    }
    let run = SymbolicCloud.Run(state: state)
    for record in current.values {
      for edge in record.edges
      where state.records[edge.instance]?.status != .current || state.records[edge.instance]?.address != edge.address {
        faults.append("\(record.address) has an edge to \(edge.address), which is not there")
      }
      PropertyValue.object(record.inputs).forEachReference { reference, path in
        if current[reference.address] == nil { faults.append("\(record.address) refers to \(reference.address) at \(path)") }
      }
      for (path, value) in record.bindings
      where !waiting.contains(record.address) && PropertyValue.object(record.inputs)[path].map(run.resolve) != value {
        faults.append("\(record.address) holds an old value at \(path)")
      }
    }
    return faults
  }

  @Test("Every selection leaves a sound state, and a run of everything afterwards ends where it would have", arguments: 1...150)
  func selections(seed: UInt64) {
    var random = Generator(state: seed)
    var state = emptyState
    for _ in 0..<3 {
      let graph = Self.program(&random)
      let whole = SymbolicCloud.apply(plan(state, graph), to: state)
      var partial = state
      for _ in 0..<2 {
        var narrow = options
        narrow.selection = Self.selection(partial, graph, &random)
        let before = partial
        let plan = plan(before, graph, options: narrow)
        let context = "seed \(seed), only \(narrow.selection?.only ?? []), except \(narrow.selection?.except ?? [])"
        #expect(plan.errorCodes == [], "\(context)")
        #expect(plan.steps.map(\.id) == Array(plan.steps.indices))
        #expect(plan.executionOrder().count == plan.steps.count)
        partial = SymbolicCloud.apply(plan, to: before)
        #expect(Self.faults(partial, waiting: plan.selection?.leftOut.map(\.address) ?? []) == [], "\(context)")
        // What is left out keeps its records, to the byte.
        let changed = Set(plan.steps.filter { $0.operation != .keep }.map(\.instance))
        for (instance, record) in before.records where !changed.contains(instance) {
          let isMoved = plan.moves.contains { $0.from == record.address }
          #expect(isMoved || partial.records[instance] == record, "\(context)")
        }
        // The same selection again has nothing to do.
        let again = PlanningTests.plan(partial, graph, options: narrow)
        #expect(again.effects == [], "\(context): \(again.steps.flatMap(\.because))")
        // What the plan says is left is what a plan of everything does.
        let left = Set(plan.selection?.leftOut.map(\.address) ?? [])
        let rest = PlanningTests.plan(partial, graph).steps.filter { $0.operation != .keep }
        if plan.selection != nil { #expect(Set(rest.map(\.address)) == left, "\(context)") }
      }
      state = SymbolicCloud.apply(plan(partial, graph), to: partial)
      #expect(Self.content(state) == Self.content(whole), "seed \(seed)")
    }
    // Destroying a part leaves a sound rest.
    var narrow = options
    narrow.selection = Self.selection(state, ResourceGraph(environment: "test", resources: []), &random)
    state = SymbolicCloud.apply(Plan.destroying(state, options: narrow, schema: Sample.facts), to: state)
    #expect(Self.faults(state) == [], "seed \(seed)")
    state = SymbolicCloud.apply(Plan.destroying(state, options: options, schema: Sample.facts), to: state)
    #expect(state.records.isEmpty)
  }
}
