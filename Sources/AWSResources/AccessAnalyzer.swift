public import StrataLanguage

/// Access Analyzer: the resource types of `AWS::AccessAnalyzer`.
@Service("AWS::AccessAnalyzer")
public enum AccessAnalyzer {}
