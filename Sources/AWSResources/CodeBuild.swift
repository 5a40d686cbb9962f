public import StrataLanguage

/// Code Build: the resource types of `AWS::CodeBuild`.
@Service("AWS::CodeBuild")
public enum CodeBuild {}
