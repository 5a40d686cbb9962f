public import StrataLanguage

/// Scheduler: the resource types of `AWS::Scheduler`.
@Service("AWS::Scheduler")
public enum Scheduler {}
