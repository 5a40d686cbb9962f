public import StrataLanguage

/// Security Hub: the resource types of `AWS::SecurityHub`.
@Service("AWS::SecurityHub")
public enum SecurityHub {}
