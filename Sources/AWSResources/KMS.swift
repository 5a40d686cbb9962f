public import StrataLanguage

/// Key Management Service: the resource types of `AWS::KMS`.
@Service("AWS::KMS")
public enum KMS {}
