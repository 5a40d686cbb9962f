public import StrataLanguage

/// Inspector V2: the resource types of `AWS::InspectorV2`.
@Service("AWS::InspectorV2")
public enum InspectorV2 {}
