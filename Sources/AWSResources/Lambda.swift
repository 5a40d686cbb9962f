public import StrataLanguage

/// Lambda: the resource types of `AWS::Lambda`.
@Service("AWS::Lambda")
public enum Lambda {}
