public import StrataLanguage

/// Control Tower: the resource types of `AWS::ControlTower`.
@Service("AWS::ControlTower")
public enum ControlTower {}
