public import StrataLanguage

/// Guard Duty: the resource types of `AWS::GuardDuty`.
@Service("AWS::GuardDuty")
public enum GuardDuty {}
