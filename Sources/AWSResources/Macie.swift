public import StrataLanguage

/// Macie: the resource types of `AWS::Macie`.
@Service("AWS::Macie")
public enum Macie {}
