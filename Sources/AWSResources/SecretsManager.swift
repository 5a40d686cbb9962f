public import StrataLanguage

/// Secrets Manager: the resource types of `AWS::SecretsManager`.
@Service("AWS::SecretsManager")
public enum SecretsManager {}
