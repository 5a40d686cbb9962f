public import StrataLanguage

/// Cloud Watch: the resource types of `AWS::CloudWatch`.
@Service("AWS::CloudWatch")
public enum CloudWatch {}
