public import StrataLanguage

/// Route53: the resource types of `AWS::Route53`.
@Service("AWS::Route53")
public enum Route53 {}
