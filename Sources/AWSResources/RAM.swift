public import StrataLanguage

/// Resource Access Manager: the resource types of `AWS::RAM`.
@Service("AWS::RAM")
public enum RAM {}
