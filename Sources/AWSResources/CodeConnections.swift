public import StrataLanguage

/// Code Connections: the resource types of `AWS::CodeConnections`.
@Service("AWS::CodeConnections")
public enum CodeConnections {}
