public import StrataLanguage

/// Image Builder: the resource types of `AWS::ImageBuilder`.
@Service("AWS::ImageBuilder")
public enum ImageBuilder {}
