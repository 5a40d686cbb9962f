public import StrataAWS
public import StrataLanguage

extension EC2.SecurityGroup.Egress {
  /// A rule that lets nothing out.
  ///
  /// A group without any egress rule gets one from AWS that lets everything out; this one takes its place and matches no packet.
  public static var nothing: Self {
    Self(
      ipProtocol: "icmp", cidrIp: "255.255.255.255/32", description: "Nothing goes out by itself", fromPort: 252, toPort: 86)
  }
}
