/// A graph with the tables that rules share, made once for all of them.
///
/// Rules read resources by type, follow references in both directions, and ask what a key's policy or a tag says, each in constant time.
public struct PolicyContext: Sendable {
  /// A place in a consumer's document that refers to a producer.
  public struct Use: Sendable, Hashable {
    public let consumer: ResourceNode
    public let path: PropertyPath
  }

  public let graph: ResourceGraph

  /// The frameworks that the graph is held to.
  public let frameworks: [Framework]

  /// Where the environment was declared.
  public let source: SourceLocation?

  /// Accounts outside of the program that may be trusted.
  public let trustedAccounts: Set<String>

  /// The accounts that the program's resources are in, ascending.
  public let accounts: [String]

  private let indicesByType: [String: [Int]]
  private let usesByProducer: [ResourceAddress: [(consumer: Int, path: PropertyPath)]]
  private let keyStatements: [ResourceAddress: [PolicyStatement]]
  private let tagsByIndex: [[String: String]?]

  /// Creates the tables of a graph.
  public init(_ graph: ResourceGraph, frameworks: [Framework] = [], trustedAccounts: [String] = [], source: SourceLocation? = nil) {
    self.graph = graph
    self.frameworks = frameworks
    self.source = source
    self.trustedAccounts = Set(trustedAccounts)
    var byType: [String: [Int]] = [:]
    var uses: [ResourceAddress: [(consumer: Int, path: PropertyPath)]] = [:]
    var accounts: Set<String> = []
    var statements: [ResourceAddress: [PolicyStatement]] = [:]
    var tagReader = TagReader()
    var tags: [[String: String]?] = []
    tags.reserveCapacity(graph.resources.count)
    for (index, node) in graph.resources.enumerated() {
      byType[node.type, default: []].append(index)
      accounts.insert(node.placement.account)
      for dependency in node.dependencies {
        for path in dependency.paths { uses[dependency.address, default: []].append((index, path)) }
      }
      if Self.keyTypes.contains(node.type) {
        // Without a policy KMS gives the default one: the account alone.
        statements[node.address] = PolicyStatement.statements(of: node.properties["KeyPolicy"]) ?? []
      }
      tags.append(tagReader.tags(of: node))
    }
    indicesByType = byType
    usesByProducer = uses
    keyStatements = statements
    tagsByIndex = tags
    self.accounts = accounts.sorted()
  }

  static let keyTypes: Set<String> = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"]
}

// MARK: Resources and references

extension PolicyContext {
  /// The resources of some types, in the graph's order for each type.
  public func all(_ types: String...) -> [ResourceNode] { types.flatMap { all(ofType: $0) } }

  /// The resources of a type, in the graph's order.
  public func all(ofType type: String) -> [ResourceNode] { indicesByType[type]?.map { graph.resources[$0] } ?? [] }

  /// Whether the graph has a resource of one of some types.
  public func has(_ types: String...) -> Bool { types.contains { indicesByType[$0] != nil } }

  /// The resource that a value refers to, the value being a reference and nothing else.
  public func target(of value: PropertyValue?) -> ResourceNode? {
    guard case .reference(let reference)? = value else { return nil }
    return graph[reference.address]
  }

  /// The resource of a type that a value refers to.
  public func target(of value: PropertyValue?, type: String) -> ResourceNode? {
    guard let node = target(of: value), node.type == type else { return nil }
    return node
  }

  /// Every resource that a value refers to, somewhere in it.
  public func targets(in value: PropertyValue?) -> [ResourceNode] {
    var found: [ResourceNode] = []
    value?.forEachReference { reference, _ in
      if let node = graph[reference.address] { found.append(node) }
    }
    return found
  }

  /// The places that refer to a resource.
  public func uses(of node: ResourceNode) -> [Use] {
    usesByProducer[node.address]?.map { Use(consumer: graph.resources[$0.consumer], path: $0.path) } ?? []
  }

  /// The resources of a type that refer to another by a top-level property, each once.
  public func consumers(of node: ResourceNode, type: String, by property: String? = nil) -> [ResourceNode] {
    var seen: Set<Int> = []
    var found: [ResourceNode] = []
    for use in usesByProducer[node.address] ?? [] where property == nil || use.path.property == property {
      let consumer = graph.resources[use.consumer]
      if consumer.type == type, seen.insert(use.consumer).inserted { found.append(consumer) }
    }
    return found
  }
}

// MARK: Tags and stages

extension PolicyContext {
  /// The tags of a resource by key, whatever form its type gives them; `nil` for a type that cannot bear tags.
  public func tags(of node: ResourceNode) -> [String: String]? {
    graph.index(of: node.address).flatMap { tagsByIndex[$0] }
  }

  /// The value of a tag.
  public func tag(_ key: String, of node: ResourceNode) -> String? { tags(of: node)?[key] }

  /// Whether a resource belongs to production: its tag `Environment` says so, or without the tag the environment's name does.
  public func isProduction(_ node: ResourceNode) -> Bool { Self.namesProduction(tag("Environment", of: node) ?? graph.environment) }

  private static func namesProduction(_ text: String) -> Bool {
    text.lowercased().split { $0 == "-" || $0 == "_" }.contains { $0 == "production" || $0 == "prod" }
  }
}

// MARK: Keys

extension PolicyContext {
  /// The key of the graph that a value names, directly or by an alias of it.
  public func key(of value: PropertyValue?) -> ResourceNode? {
    guard let node = targets(in: value).first else { return nil }
    if Self.keyTypes.contains(node.type) { return node }
    return node.type == "AWS::KMS::Alias" ? key(of: node.properties["TargetKeyId"]) : nil
  }

  /// Whether a value names a key that the customer manages: one of the graph, or an existing one, but no `alias/aws/…`.
  public func isCustomerKey(_ value: PropertyValue?) -> Bool {
    switch value {
    case .string(let text)?: !text.isEmpty && !text.contains("alias/aws/")
    // What is known only at apply: an alias of AWS's own is always a literal.
    case .reference?, .expression?: true
    case nil, .null?, .bool?, .integer?, .number?, .array?, .object?, .secret?: false
    }
  }

  /// The statements of the policy that rules a key; none if it is not known before apply.
  public func statements(ofKey key: ResourceNode) -> [PolicyStatement] { keyStatements[key.address] ?? [] }

  /// The keys of the graph.
  public var keys: [ResourceNode] { all("AWS::KMS::Key", "AWS::KMS::ReplicaKey") }
}
