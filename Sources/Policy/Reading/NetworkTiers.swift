import StrataModel

/// The tiers that subnets say they belong to by their tag `Tier`.
enum NetworkTier: String {
  case `public`
  case `private`
  /// Data stores: `restricted`, `database`, `data` and `isolated` mean the same.
  case restricted
  /// Firewalls that traffic passes on its way to and from the internet, and nothing else.
  case inspection

  init?(tag: String) {
    switch tag.lowercased() {
    case "public": self = .public
    case "private", "application": self = .private
    case "restricted", "database", "data", "isolated": self = .restricted
    case "inspection", "firewall": self = .inspection
    default: return nil
    }
  }
}

extension PolicyContext {
  /// The tier of a subnet; `nil` if it names none.
  func tier(of subnet: ResourceNode) -> NetworkTier? { tag("Tier", of: subnet).flatMap(NetworkTier.init(tag:)) }

  /// The routes of a subnet, by its route table.
  func routes(of subnet: ResourceNode) -> [ResourceNode] {
    consumers(of: subnet, type: "AWS::EC2::SubnetRouteTableAssociation", by: "SubnetId").flatMap { association in
      target(of: association.properties["RouteTableId"]).map { consumers(of: $0, type: "AWS::EC2::Route", by: "RouteTableId") } ?? []
    }
  }

  /// Whether a route leads to the whole internet.
  static func isDefault(_ route: ResourceNode) -> Bool {
    route.properties["DestinationCidrBlock"] == "0.0.0.0/0" || route.properties["DestinationIpv6CidrBlock"] == "::/0"
  }
}
