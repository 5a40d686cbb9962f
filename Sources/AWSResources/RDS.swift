public import StrataLanguage

/// Relational Database Service: the resource types of `AWS::RDS`.
@Service("AWS::RDS")
public enum RDS {}
