public import StrataLanguage

/// Web Application Firewall: the resource types of `AWS::WAFv2`.
@Service("AWS::WAFv2")
public enum WAFv2 {}
