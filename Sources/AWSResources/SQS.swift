public import StrataLanguage

/// Simple Queue Service: the resource types of `AWS::SQS`.
@Service("AWS::SQS")
public enum SQS {}
