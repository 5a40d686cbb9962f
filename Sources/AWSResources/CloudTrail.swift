public import StrataLanguage

/// Cloud Trail: the resource types of `AWS::CloudTrail`.
@Service("AWS::CloudTrail")
public enum CloudTrail {}
