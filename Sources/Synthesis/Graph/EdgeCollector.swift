import ResourceCatalog
import StrataLanguage
import StrataModel

/// Finds what each resource waits for: what it refers to, what `after` says, and what AWS demands without a reference.
enum EdgeCollector {
  static func edges(of program: ProgramIndex, _ report: inout DiagnosticReport) -> EdgeList {
    let implicit = ImplicitEdges.byConsumer(program)
    var names: [String]?
    var edges: [Edge] = []
    var starts: [Int] = []
    edges.reserveCapacity(program.sites.count)
    starts.reserveCapacity(program.resources.count + 1)
    var siteIndex = 0
    for (consumer, resource) in program.resources.enumerated() {
      starts.append(edges.count)
      while siteIndex < program.sites.count, program.sites[siteIndex].consumer == consumer {
        let site = program.sites[siteIndex]
        if let producer = site.producer {
          edges.append(Edge(producer: producer, consumer: consumer, cause: .reference(site: siteIndex)))
        } else {
          reportUnknown(site.reference.address, site.path, by: resource, program, &names, &report)
        }
        siteIndex += 1
      }
      for address in resource.explicitDependencies {
        if let producer = program.index(of: address) {
          edges.append(Edge(producer: producer, consumer: consumer, cause: .explicit))
        } else {
          reportUnknown(address, nil, by: resource, program, &names, &report)
        }
      }
      for producer in implicit[consumer] ?? [] where producer != consumer {
        if edges[starts[consumer]...].contains(where: { $0.producer == producer }) { continue }
        edges.append(Edge(producer: producer, consumer: consumer, cause: .implicit))
      }
    }
    starts.append(edges.count)
    return EdgeList(edges, starts: starts, ranks: ranks(of: program))
  }

  /// For each resource its position among all when they are sorted by address: comparing numbers is cheap where comparing texts is not.
  private static func ranks(of program: ProgramIndex) -> [Int] {
    let order = AddressOrder(program.resources.indices) { program.resources[$0].address }
    var ranks = [Int](repeating: 0, count: order.positions.count)
    for (rank, index) in order.positions.enumerated() { ranks[index] = rank }
    return ranks
  }

  private static func reportUnknown(
    _ address: ResourceAddress, _ path: PropertyPath?, by resource: DeclaredResource, _ program: ProgramIndex, _ names: inout [String]?,
    _ report: inout DiagnosticReport
  ) {
    let candidates = names ?? program.addresses
    names = candidates
    let nearest = NearestName.nearest(to: address.path, among: candidates)
    let subject = path.map { "\($0) refers to" } ?? "'after' names"
    report.error(
      "unknown-reference", "\(subject) '\(address)', which the program does not declare",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "declare it in a stack of this environment", at: resource, path: path)
  }
}
