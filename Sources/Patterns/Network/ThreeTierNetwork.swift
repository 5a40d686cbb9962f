public import StrataAWS
public import StrataLanguage

/// A network of three tiers: load balancers in public subnets, servers in private ones, data stores in restricted ones without any way to the
/// internet.
///
/// Creates an `EC2.VPC`, three ``SubnetTier``s with an access list each, and ``InternetAccess``: a NAT gateway for each zone. Blocks of 256
/// addresses are cut from `range`: from .1 for the public tier, from .11 for the private one, from .21 for the restricted one. The restricted
/// tier is reached from the private one at `dataPorts` and nowhere else; its nodes reach each other there, as replicas of a cache have to.
///
/// To deviate: `remote` names blocks that the private tier exchanges traffic with over a transit gateway.
@Component
public final class ThreeTierNetwork: ResourceStandIn {
  public let id: String
  let name: String
  public let range: CIDR
  /// The names of the availability zones, for example `us-east-1a`.
  let zones: [String]
  /// The port of the servers in the private tier.
  let serverPort: Int
  /// The ports of the data stores in the restricted tier.
  let dataPorts: [Int]
  var remote: [CIDR] = []
  /// Whether a firewall stands between the public tier and the internet gateway: its routes are then made with the firewall.
  var isInspected = false

  public lazy var vpc = EC2.VPC("vpc", cidrBlock: range, enableDnsHostnames: true, enableDnsSupport: true, tags: ["Name": "\(name)"])

  public lazy var publicTier = SubnetTier(
    "public", vpc: vpc, zones: zones, blocks: blocks(from: 1), hasRoutesPerZone: isInspected,
    inbound: [.port(80, .anywhere), .port(443, .anywhere), .answers(.anywhere)],
    outbound: [.port(80, .anywhere), .port(443, .anywhere), .answers(.anywhere)])

  public lazy var privateTier = SubnetTier(
    "private", vpc: vpc, zones: zones, blocks: blocks(from: 11), hasRoutesPerZone: true,
    inbound: publicTier.blocks.map { .port(serverPort, $0) } + (blocks(from: 11) + remote).map { .port(443, $0) } + [.answers(.anywhere)],
    outbound: [.port(443, .anywhere), .answers(range)] + remote.map { .answers($0) })

  public lazy var restrictedTier = SubnetTier(
    "restricted", vpc: vpc, zones: zones, blocks: blocks(from: 21),
    inbound: dataPorts.flatMap { port in (privateTier.blocks + blocks(from: 21)).map { .port(port, $0) } }
      + blocks(from: 21).map { .answers($0) },
    outbound: dataPorts.flatMap { port in blocks(from: 21).map { .port(port, $0) } }
      + (privateTier.blocks + blocks(from: 21)).map { .answers($0) })

  public lazy var internet = InternetAccess(
    "internet", vpc: vpc, publicTier: publicTier, privateTier: privateTier, hasPublicRoutes: !isInspected)

  public var resource: EC2.VPC { vpc }

  /// The tiers from the internet inwards.
  public var tiers: [SubnetTier] { [publicTier, privateTier, restrictedTier] }

  /// Blocks of 256 addresses, one for each zone.
  public func blocks(from first: Int) -> [CIDR] { zones.indices.map { range.block(first + $0, prefix: 24) } }
}
