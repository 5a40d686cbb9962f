/// A place in the user's Swift source.
public struct SourceLocation: Sendable, Hashable {
  /// The compiler's `#fileID`: module, slash, file name.
  public var fileID: String

  /// The line, from 1.
  public var line: Int

  /// The column, from 1; 0 where it is not known.
  public var column: Int

  /// Creates a location.
  public init(fileID: String, line: Int, column: Int = 0) {
    self.fileID = fileID
    self.line = line
    self.column = column
  }

  /// The file's name without its module.
  public var fileName: String {
    guard let slash = fileID.utf8.lastIndex(of: UInt8(ascii: "/")) else { return fileID }
    return String(fileID[fileID.utf8.index(after: slash)...])
  }
}

extension SourceLocation: CustomStringConvertible {
  public var description: String { column > 0 ? "\(fileName):\(line):\(column)" : "\(fileName):\(line)" }
}
