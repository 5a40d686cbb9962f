public import StrataLanguage

/// Cost Explorer: the resource types of `AWS::CE`.
@Service("AWS::CE")
public enum CE {}
