public import StrataLanguage

/// Organizations: the resource types of `AWS::Organizations`.
@Service("AWS::Organizations")
public enum Organizations {}
