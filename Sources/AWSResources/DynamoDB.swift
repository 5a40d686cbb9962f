public import StrataLanguage

/// Dynamo DB: the resource types of `AWS::DynamoDB`.
@Service("AWS::DynamoDB")
public enum DynamoDB {}
