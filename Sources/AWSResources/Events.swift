public import StrataLanguage

/// EventBridge: the resource types of `AWS::Events`.
@Service("AWS::Events")
public enum Events {}
