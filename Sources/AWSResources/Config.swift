public import StrataLanguage

/// Config: the resource types of `AWS::Config`.
@Service("AWS::Config")
public enum Config {}
