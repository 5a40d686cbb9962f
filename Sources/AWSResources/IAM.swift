public import StrataLanguage

/// Identity and Access Management: the resource types of `AWS::IAM`.
@Service("AWS::IAM")
public enum IAM {}
