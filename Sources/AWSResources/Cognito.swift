public import StrataLanguage

/// Cognito: the resource types of `AWS::Cognito`.
@Service("AWS::Cognito")
public enum Cognito {}
