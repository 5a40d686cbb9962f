public import StrataModel

/// An AWS region by its code; the public ones have names, every other is a string literal.
///
/// Source of the list: AWS General Reference, "AWS service endpoints", regional endpoints.
public struct Region: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The code, for example `us-east-1`.
  public let name: String

  /// Creates a region from its code.
  public init(_ name: String) { self.name = name }

  public init(stringLiteral value: String) { name = value }

  public var description: String { name }
}

extension Region: Input {
  public typealias Wrapped = String
  public var propertyValue: PropertyValue { .string(name) }
}

extension Region {
  /// Northern Virginia.
  public static let usEast1: Region = "us-east-1"
  /// Ohio.
  public static let usEast2: Region = "us-east-2"
  /// Northern California.
  public static let usWest1: Region = "us-west-1"
  /// Oregon.
  public static let usWest2: Region = "us-west-2"
  /// Cape Town.
  public static let afSouth1: Region = "af-south-1"
  /// Hong Kong.
  public static let apEast1: Region = "ap-east-1"
  /// Taipei.
  public static let apEast2: Region = "ap-east-2"
  /// Mumbai.
  public static let apSouth1: Region = "ap-south-1"
  /// Hyderabad.
  public static let apSouth2: Region = "ap-south-2"
  /// Singapore.
  public static let apSoutheast1: Region = "ap-southeast-1"
  /// Sydney.
  public static let apSoutheast2: Region = "ap-southeast-2"
  /// Jakarta.
  public static let apSoutheast3: Region = "ap-southeast-3"
  /// Melbourne.
  public static let apSoutheast4: Region = "ap-southeast-4"
  /// Malaysia.
  public static let apSoutheast5: Region = "ap-southeast-5"
  /// New Zealand.
  public static let apSoutheast6: Region = "ap-southeast-6"
  /// Thailand.
  public static let apSoutheast7: Region = "ap-southeast-7"
  /// Tokyo.
  public static let apNortheast1: Region = "ap-northeast-1"
  /// Seoul.
  public static let apNortheast2: Region = "ap-northeast-2"
  /// Osaka.
  public static let apNortheast3: Region = "ap-northeast-3"
  /// Canada, central.
  public static let caCentral1: Region = "ca-central-1"
  /// Calgary.
  public static let caWest1: Region = "ca-west-1"
  /// Frankfurt.
  public static let euCentral1: Region = "eu-central-1"
  /// Zurich.
  public static let euCentral2: Region = "eu-central-2"
  /// Ireland.
  public static let euWest1: Region = "eu-west-1"
  /// London.
  public static let euWest2: Region = "eu-west-2"
  /// Paris.
  public static let euWest3: Region = "eu-west-3"
  /// Milan.
  public static let euSouth1: Region = "eu-south-1"
  /// Spain.
  public static let euSouth2: Region = "eu-south-2"
  /// Stockholm.
  public static let euNorth1: Region = "eu-north-1"
  /// Tel Aviv.
  public static let ilCentral1: Region = "il-central-1"
  /// Bahrain.
  public static let meSouth1: Region = "me-south-1"
  /// United Arab Emirates.
  public static let meCentral1: Region = "me-central-1"
  /// Mexico, central.
  public static let mxCentral1: Region = "mx-central-1"
  /// São Paulo.
  public static let saEast1: Region = "sa-east-1"
  /// Beijing.
  public static let cnNorth1: Region = "cn-north-1"
  /// Ningxia.
  public static let cnNorthwest1: Region = "cn-northwest-1"
  /// GovCloud, US-East.
  public static let usGovEast1: Region = "us-gov-east-1"
  /// GovCloud, US-West.
  public static let usGovWest1: Region = "us-gov-west-1"
}
