public import StrataLanguage

/// Firewall Manager: the resource types of `AWS::FMS`.
@Service("AWS::FMS")
public enum FMS {}
