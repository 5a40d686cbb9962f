public import StrataLanguage

/// Cloud Formation: the resource types of `AWS::CloudFormation`.
@Service("AWS::CloudFormation")
public enum CloudFormation {}
