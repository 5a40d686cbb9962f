public import StrataLanguage

/// S3: the resource types of `AWS::S3`.
@Service("AWS::S3")
public enum S3 {}
