import ResourceCatalog
import StrataLanguage
import StrataModel

/// Applies the catalogue's orders that no reference shows, such as a bucket's policy before the trail that writes to it.
struct ImplicitEdges {
  private let program: ProgramIndex

  /// What two properties must share: a resource that both refer to, or a text.
  private enum Key: Hashable {
    case resource(Int, Placement)
    case text(String, Placement)
    case placement(Placement)
  }

  /// The resources of a type by the keys under one of its paths.
  private var tables: [String: [Key: [Int]]] = [:]

  private init(_ program: ProgramIndex) { self.program = program }

  /// The producers that rules add, by consumer; in the order of rules and declarations.
  static func byConsumer(_ program: ProgramIndex) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    var edges = ImplicitEdges(program)
    for type in program.types {
      for rule in type.behavior.implicitDependencies where program.indicesByType[rule.type] != nil {
        edges.apply(rule, to: program.indicesByType[type.name] ?? [], &result)
      }
    }
    return result
  }

  private mutating func apply(
    _ rule: ResourceBehavior.ImplicitDependency, to consumers: [Int], _ result: inout [Int: [Int]]
  ) {
    let table = table(of: rule.type, at: rule.via?.other)
    guard !table.isEmpty else { return }
    let steps = rule.via?.own.split(separator: ">").map { $0.split(separator: ".").map(String.init) } ?? []
    for consumer in consumers {
      for key in keys(of: consumer, steps) {
        for producer in table[key] ?? [] where result[consumer]?.contains(producer) != true {
          result[consumer, default: []].append(producer)
        }
      }
    }
  }

  private mutating func table(of type: String, at path: String?) -> [Key: [Int]] {
    let name = "\(type) \(path ?? "")"
    if let known = tables[name] { return known }
    var table: [Key: [Int]] = [:]
    let steps = path.map { [$0.split(separator: ".").map(String.init)] } ?? []
    for index in program.indicesByType[type] ?? [] {
      for key in keys(of: index, steps) where table[key]?.last != index { table[key, default: []].append(index) }
    }
    tables[name] = table
    return table
  }

  /// The keys that a resource has at a path; a step after the first goes on in what the one before refers to.
  private func keys(of index: Int, _ steps: [[String]]) -> [Key] {
    let placement = program.resources[index].placement
    guard !steps.isEmpty else { return [.placement(placement)] }
    var owners = [index]
    var keys: [Key] = []
    for (position, step) in steps.enumerated() {
      var found: [Int] = []
      var texts: [String] = []
      for owner in owners {
        ValuePath.forEach(step[...], in: .object(program.resources[owner].properties)) { value in
          value.forEachReference { reference, _ in
            if let producer = program.index(of: reference.address) { found.append(producer) }
          }
          if let text = value.stringValue { texts.append(text) }
        }
      }
      if position == steps.count - 1 {
        keys += found.map { .resource($0, placement) }
        keys += texts.map { .text($0, placement) }
      }
      owners = found
    }
    return keys
  }
}
