public import StrataLanguage

/// Auto Scaling: the resource types of `AWS::AutoScaling`.
@Service("AWS::AutoScaling")
public enum AutoScaling {}
