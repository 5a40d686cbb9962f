public import StrataLanguage

/// Elastic Container Service: the resource types of `AWS::ECS`.
@Service("AWS::ECS")
public enum ECS {}
