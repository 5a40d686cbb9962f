public import StrataLanguage

/// Identity Store: the resource types of `AWS::IdentityStore`.
@Service("AWS::IdentityStore")
public enum IdentityStore {}
