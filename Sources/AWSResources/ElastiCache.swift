public import StrataLanguage

/// Elasti Cache: the resource types of `AWS::ElastiCache`.
@Service("AWS::ElastiCache")
public enum ElastiCache {}
