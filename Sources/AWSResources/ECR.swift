public import StrataLanguage

/// Elastic Container Registry: the resource types of `AWS::ECR`.
@Service("AWS::ECR")
public enum ECR {}
