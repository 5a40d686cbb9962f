import StrataModel

/// The items of one resource while they are being found.
struct ResourceCosts {
  let node: ResourceNode
  let graph: ResourceGraph
  private let estimator: CostEstimator
  private let tenant: String?

  private(set) var items: [CostEstimate.Item] = []
  private(set) var gaps: [CostEstimate.Gap] = []
  private(set) var assumed: [UsageKind: (quantity: Quantity, isDeclared: Bool)] = [:]

  /// The hours of a month, as AWS's own calculator counts them: 365 days of 24 hours in twelve months.
  static let hours: Quantity = 730

  init(of node: ResourceNode, in graph: ResourceGraph, _ estimator: CostEstimator) {
    self.node = node
    self.graph = graph
    self.estimator = estimator
    tenant = node.tag(estimator.tenantTag)
  }

  subscript(_ property: String) -> PropertyValue? { node.properties[property] }

  // MARK: Items

  /// Adds a quantity at a price; what has no price in the region is reported.
  mutating func add(_ name: String, _ priceID: String, _ quantity: Quantity, because assumption: String? = nil) {
    append(name, priceID, quantity, usage: nil, because: assumption)
  }

  /// Adds what is assumed of a kind of use, `factor` times.
  mutating func add(_ name: String, _ priceID: String, _ kind: UsageKind, times factor: Quantity = 1, because assumption: String? = nil) {
    append(name, priceID, assume(kind) * factor, usage: kind, because: assumption)
  }

  /// Adds something that is paid for each hour of the month, `count` times.
  mutating func addHours(_ name: String, _ priceID: String, times count: Quantity = 1, because assumption: String? = nil) {
    append(name, priceID, Self.hours * count, usage: nil, because: assumption)
  }

  /// What is assumed of a kind of use here.
  mutating func assume(_ kind: UsageKind) -> Quantity {
    let value = estimator.usage.value(of: kind, at: node.address)
    assumed[kind] = value
    return value.quantity
  }

  /// Reports something that costs money and cannot be estimated.
  mutating func leaveOut(_ reason: String) {
    gaps.append(CostEstimate.Gap(address: node.address, type: node.type, source: node.source, reason: reason))
  }

  /// Adds one unit an hour of a size such as an instance type, which may be unknown before the deployment, or new.
  mutating func addInstance(
    _ name: String, _ family: String, size: PropertyValue?, times count: Quantity = 1, because assumption: String? = nil
  ) {
    guard let size = size?.stringValue else { return leaveOut("the size of the \(name) is not known before it is deployed") }
    guard estimator.prices.contains("\(family).\(size)") else { return leaveOut("no price of a \(name) \(size) is known") }
    addHours("\(name) \(size)", "\(family).\(size)", times: count, because: assumption)
  }

  private mutating func append(_ name: String, _ priceID: String, _ quantity: Quantity, usage: UsageKind?, because assumption: String?) {
    guard quantity > .zero else { return }
    let region = node.placement.region
    var assumption = assumption
    var price = estimator.prices.price(priceID, in: region)
    if price == nil, let other = estimator.fallbackRegion, let found = estimator.prices.price(priceID, in: other) {
      price = found
      assumption = [assumption, "price of \(other)"].compactMap(\.self).joined(separator: "; ")
    }
    guard let price else {
      return leaveOut("no price of \(name) in \(region) is known")
    }
    items.append(
      CostEstimate.Item(
        address: node.address, type: node.type, account: node.placement.account, region: region, tenant: tenant, name: name,
        quantity: quantity, price: price, amount: price.amount.price(of: quantity, per: price.count), usage: usage, assumption: assumption))
  }

  // MARK: Reading the graph

  /// The resource that a value refers to.
  func target(of value: PropertyValue?) -> ResourceNode? {
    guard case .reference(let reference)? = value else { return nil }
    return graph[reference.address]
  }

  /// The number that a property says, also where it is a text.
  static func number(_ value: PropertyValue?) -> Quantity? {
    switch value {
    case .integer(let count)?: Quantity(count)
    case .number(let number)?: Quantity(floatLiteral: number)
    case .string(let text)?: Quantity(parsing: text)
    default: nil
    }
  }

  /// The elements of a property that is a list.
  func elements(_ property: String) -> [PropertyValue] { node.properties[property]?.arrayValue ?? [] }
}

extension ResourceNode {
  /// The text of a tag, whatever form the type gives its tags.
  func tag(_ key: String) -> String? {
    for field in properties.fields where field.key.hasSuffix("Tags") {
      switch field.value {
      case .object(let tags): if let text = tags[key]?.stringValue { return text }
      case .array(let tags): if let tag = tags.first(where: { $0["Key"]?.stringValue == key }) { return tag["Value"]?.stringValue }
      default: break
      }
    }
    return nil
  }
}
