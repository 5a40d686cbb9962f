public import StrataLanguage

/// Cloud Front: the resource types of `AWS::CloudFront`.
@Service("AWS::CloudFront")
public enum CloudFront {}
