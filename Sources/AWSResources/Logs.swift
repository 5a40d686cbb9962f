public import StrataLanguage

/// CloudWatch Logs: the resource types of `AWS::Logs`.
@Service("AWS::Logs")
public enum Logs {}
