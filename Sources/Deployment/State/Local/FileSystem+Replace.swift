extension FileSystem {
  /// Replaces a file as a whole, or makes it: written beside under the name with `.new`, synchronized, renamed, and the folder synchronized.
  ///
  /// Whenever the machine stops, the file has its earlier content or the new one. It is made of the other operations, so that whatever fails
  /// or tears those fails and tears this.
  ///
  /// - Parameters:
  ///   - mode: the permissions of the new file.
  ///   - prepare: what has to be done once the new content is durable and before it takes the place of the earlier one.
  package func replace(
    _ path: String, with bytes: [UInt8], mode: UInt32, beforeRename prepare: () throws(FileFailure) -> Void = { () throws(FileFailure) in }
  ) throws(FileFailure) {
    let beside = path + ".new"
    let descriptor = try open(beside, truncating: true, mode: mode)
    defer { close(descriptor) }
    try write(bytes, to: descriptor, at: 0)
    try synchronize(descriptor)
    try prepare()
    try rename(beside, to: path)
    try synchronizeDirectory(Self.folder(of: path))
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
