public import StrataLanguage

/// Shield: the resource types of `AWS::Shield`.
@Service("AWS::Shield")
public enum Shield {}
