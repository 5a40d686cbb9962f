public import StrataLanguage

/// IAM Identity Center: the resource types of `AWS::SSO`.
@Service("AWS::SSO")
public enum SSO {}
