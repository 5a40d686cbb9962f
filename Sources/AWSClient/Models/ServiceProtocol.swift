/// How a service's operations go over HTTP.
///
/// The protocols are specified at https://smithy.io/2.0/aws/protocols/index.html.
public enum ServiceProtocol: UInt32, Sendable, Hashable, CaseIterable {
  /// `awsJson1_0` and `awsJson1_1`.
  case json
  /// `awsQuery`.
  case query
  /// `ec2Query`.
  case ec2
  /// `restJson1`.
  case restJSON
  /// `restXml`.
  case restXML
}
