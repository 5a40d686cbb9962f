/// The availability zones of regions.
///
/// Source: AWS Regions and Availability Zones, "Availability Zones"; most regions have three, and which letters an account sees differs where a region
/// has more zones than an account is shown.
enum RegionalZones {
  static func names(in region: String) -> [String] {
    let letters: String =
      switch region {
      case "us-east-1": "abcdef"
      case "us-west-2", "ap-northeast-2": "abcd"
      case "us-west-1": "ac"
      case "ap-northeast-1": "acd"
      case "ca-central-1": "abd"
      case "cn-north-1": "abd"
      default: "abc"
      }
    return letters.map { region + String($0) }
  }
}
