/// A group of regions with accounts, names and certificates of its own.
///
/// Source: "Partitions", <https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html>; suffixes and
/// patterns of regions as in the endpoint rules that AWS publishes with its service models (`partitions.json`).
struct Partition: Sendable, Hashable {
  /// The second part of ARNs, for example `aws-us-gov`.
  var name: String
  /// What every region of it begins with, for example `us-gov-`.
  var regionPrefixes: [String]
  var dnsSuffix: String
  /// The suffix of hosts that answer over IPv4 and IPv6.
  var dualStackDNSSuffix: String
  /// The region that signs for services without regions, where they name no other.
  var globalRegion: String
}

extension Partition {
  static let aws = Partition(
    name: "aws", regionPrefixes: ["us-", "eu-", "ap-", "sa-", "ca-", "me-", "af-", "il-", "mx-"], dnsSuffix: "amazonaws.com",
    dualStackDNSSuffix: "api.aws", globalRegion: "us-east-1")

  /// The other partitions; their prefixes are longer than those of `aws`, so that they are looked at first.
  static let others = [
    Partition(
      name: "aws-cn", regionPrefixes: ["cn-"], dnsSuffix: "amazonaws.com.cn", dualStackDNSSuffix: "api.amazonwebservices.com.cn",
      globalRegion: "cn-northwest-1"),
    Partition(
      name: "aws-us-gov", regionPrefixes: ["us-gov-"], dnsSuffix: "amazonaws.com", dualStackDNSSuffix: "api.aws",
      globalRegion: "us-gov-west-1"),
    Partition(
      name: "aws-eusc", regionPrefixes: ["eusc-"], dnsSuffix: "amazonaws.eu", dualStackDNSSuffix: "api.amazonwebservices.eu",
      globalRegion: "eusc-de-east-1"),
    Partition(
      name: "aws-iso", regionPrefixes: ["us-iso-"], dnsSuffix: "c2s.ic.gov", dualStackDNSSuffix: "api.aws.ic.gov",
      globalRegion: "us-iso-east-1"),
    Partition(
      name: "aws-iso-b", regionPrefixes: ["us-isob-"], dnsSuffix: "sc2s.sgov.gov", dualStackDNSSuffix: "api.aws.scloud",
      globalRegion: "us-isob-east-1"),
    Partition(
      name: "aws-iso-e", regionPrefixes: ["eu-isoe-"], dnsSuffix: "cloud.adc-e.uk", dualStackDNSSuffix: "api.cloud-aws.adc-e.uk",
      globalRegion: "eu-isoe-west-1"),
    Partition(
      name: "aws-iso-f", regionPrefixes: ["us-isof-"], dnsSuffix: "csp.hci.ic.gov", dualStackDNSSuffix: "api.aws.hci.ic.gov",
      globalRegion: "us-isof-south-1"),
  ]

  /// The partition of a region; `aws` for one that no partition knows, as emulators accept.
  static func of(region: String) -> Partition {
    others.first { partition in partition.regionPrefixes.contains { region.hasPrefix($0) } } ?? aws
  }

  /// Whether a text can be part of a host: letters, digits and hyphens, 1 to 63 of them (RFC 1123, section 2.1).
  static func isHostLabel(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let isAllowed = bytes.allSatisfy { byte in (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D }
    return (1...63).contains(bytes.count) && isAllowed && bytes.first != 0x2D && bytes.last != 0x2D
  }
}
