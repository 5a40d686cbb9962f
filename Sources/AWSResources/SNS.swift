public import StrataLanguage

/// Simple Notification Service: the resource types of `AWS::SNS`.
@Service("AWS::SNS")
public enum SNS {}
