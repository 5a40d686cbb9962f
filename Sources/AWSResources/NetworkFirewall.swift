public import StrataLanguage

/// Network Firewall: the resource types of `AWS::NetworkFirewall`.
@Service("AWS::NetworkFirewall")
public enum NetworkFirewall {}
