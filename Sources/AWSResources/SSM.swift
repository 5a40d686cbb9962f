public import StrataLanguage

/// Systems Manager: the resource types of `AWS::SSM`.
@Service("AWS::SSM")
public enum SSM {}
