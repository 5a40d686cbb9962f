public import StrataLanguage

/// Data Lifecycle Manager: the resource types of `AWS::DLM`.
@Service("AWS::DLM")
public enum DLM {}
