public import StrataLanguage

/// Code Pipeline: the resource types of `AWS::CodePipeline`.
@Service("AWS::CodePipeline")
public enum CodePipeline {}
