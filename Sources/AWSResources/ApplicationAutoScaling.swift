public import StrataLanguage

/// Application Auto Scaling: the resource types of `AWS::ApplicationAutoScaling`.
@Service("AWS::ApplicationAutoScaling")
public enum ApplicationAutoScaling {}
