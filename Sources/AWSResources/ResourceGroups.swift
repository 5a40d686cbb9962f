public import StrataLanguage

/// Resource Groups: the resource types of `AWS::ResourceGroups`.
@Service("AWS::ResourceGroups")
public enum ResourceGroups {}
