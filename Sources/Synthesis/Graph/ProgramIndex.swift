import ResourceCatalog
import StrataLanguage
import StrataModel

/// The declared resources, each address once, with the tables that all checks share.
struct ProgramIndex {
  let resources: [DeclaredResource]
  let types: [ResourceTypeFacts]

  /// The position in ``types``, by resource.
  let typeIndices: [Int]

  /// The resources of a type, in the order of their declaration.
  let indicesByType: [String: [Int]]

  private let indexByAddress: [ResourceAddress: Int]

  /// Every reference, by consumer; see ``sites(of:)``.
  let sites: [ReferenceSite]
  private let siteStarts: [Int]

  /// Every secret, with the resource that takes it.
  let secrets: [SecretSite]

  /// Sorts declarations into tables; of those with one address the first stays, and the others are reported unless the language has done so.
  init(_ declarations: DeclarationSet, _ report: inout DiagnosticReport) {
    var resources: [DeclaredResource] = []
    var index: [ResourceAddress: Int] = [:]
    var types: [ResourceTypeFacts] = []
    var typeIndexByName: [String: Int] = [:]
    var typeIndices: [Int] = []
    var byType: [[Int]] = []
    resources.reserveCapacity(declarations.resources.count)
    index.reserveCapacity(declarations.resources.count)
    typeIndices.reserveCapacity(declarations.resources.count)
    for resource in declarations.resources {
      let position = resources.count
      if let first = index[resource.address] {
        Self.reportDuplicate(resource, of: resources[first], declarations.diagnostics, &report)
        continue
      }
      index[resource.address] = position
      let type: Int
      if let known = typeIndexByName[resource.type] {
        type = known
      } else {
        type = types.count
        typeIndexByName[resource.type] = type
        types.append(ResourceTypeFacts(resource.type))
        byType.append([])
      }
      typeIndices.append(type)
      byType[type].append(position)
      resources.append(resource)
    }
    var walk = ReferenceWalk(index)
    var starts: [Int] = []
    starts.reserveCapacity(resources.count + 1)
    for (position, resource) in resources.enumerated() {
      starts.append(walk.sites.count)
      walk.walk(resource.properties, of: position)
    }
    starts.append(walk.sites.count)
    var indicesByType: [String: [Int]] = [:]
    for (type, indices) in byType.enumerated() { indicesByType[types[type].name] = indices }
    self.resources = resources
    self.types = types
    self.typeIndices = typeIndices
    self.indicesByType = indicesByType
    indexByAddress = index
    sites = walk.sites
    siteStarts = starts
    secrets = walk.secrets
  }

  private static func reportDuplicate(
    _ second: DeclaredResource, of first: DeclaredResource, _ known: [Diagnostic], _ report: inout DiagnosticReport
  ) {
    let isKnown = known.contains {
      $0.code == "duplicate-address" && $0.address == second.address && $0.location == second.source
    }
    if isKnown { return }
    report.error(
      "duplicate-address", "the address '\(second.address)' belongs to two resources", remedy: "give one of them another id", at: second,
      notes: [Diagnostic.Note("first declared here", at: first.source)])
  }

  /// The position of the resource at an address.
  func index(of address: ResourceAddress) -> Int? { indexByAddress[address] }

  /// The references in a resource's document.
  func sites(of index: Int) -> ArraySlice<ReferenceSite> { sites[siteStarts[index]..<siteStarts[index + 1]] }

  /// What is known of a resource's type.
  func type(of index: Int) -> ResourceTypeFacts { types[typeIndices[index]] }

  /// The addresses, for suggestions.
  var addresses: [String] { resources.map(\.address.path) }

  /// A resource as the next phases see it.
  func node(_ index: Int, dependencies: [Dependency]) -> ResourceNode {
    let resource = resources[index]
    var lifecycle = resource.lifecycle
    if types[typeIndices[index]].behavior.holdsData { lifecycle.holdsData = true }
    return ResourceNode(
      address: resource.address, type: resource.type, placement: resource.placement, properties: resource.properties, lifecycle: lifecycle,
      dependencies: dependencies, renamedFrom: resource.renamedFrom, adoptedIdentifier: resource.adoptedIdentifier, source: resource.source)
  }
}
