public import StrataLanguage

/// Backup: the resource types of `AWS::Backup`.
@Service("AWS::Backup")
public enum Backup {}
