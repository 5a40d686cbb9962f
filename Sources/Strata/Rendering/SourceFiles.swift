import Foundation
import StrataModel
import Synchronization

/// Finds the files of a package that `#fileID`s name, so that positions can be shown as paths that open with a click.
final class SourceFiles: Sendable {
  private let root: URL
  /// Paths relative to ``root`` by file name; made by the first position that is shown.
  private let paths = Mutex<[String: [String]]?>(nil)

  /// Creates an index over the Swift files beneath a folder; nothing is read before the first position is shown.
  init(root: URL = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)) { self.root = root }

  /// The position in the form `path/File.swift:line:column`, or with the bare file name when the file is not found, or not the only one.
  ///
  /// A file that is no Swift source, such as a list that a stack reads, is named by its path and not looked for.
  func display(_ location: SourceLocation) -> String {
    guard location.fileID.hasSuffix(".swift") else { return "\(location.fileID):\(location.line)" }
    guard let path = path(of: location) else { return location.description }
    return location.column > 0 ? "\(path):\(location.line):\(location.column)" : "\(path):\(location.line)"
  }

  /// The file of a position: its path, or its bare name when the file is not found, or not the only one.
  func file(of location: SourceLocation) -> String {
    guard location.fileID.hasSuffix(".swift") else { return location.fileID }
    return path(of: location) ?? location.fileName
  }

  /// The lines of the file that a position is in; `nil` when the file is not found, or not the only one.
  func lines(around location: SourceLocation) -> [Substring]? {
    guard let path = path(of: location) else { return nil }
    let url = path.hasPrefix("/") ? URL(fileURLWithPath: path) : root.appendingPathComponent(path)
    return (try? String(contentsOf: url, encoding: .utf8))?.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  private func path(of location: SourceLocation) -> String? {
    let known = paths.withLock { paths in
      let index = paths ?? Self.index(of: root)
      paths = index
      return index[location.fileName] ?? []
    }
    let module = location.fileID.prefix { $0 != "/" }
    let candidates = known.count > 1 ? known.filter { $0.contains("\(module)/") } : known
    return candidates.count == 1 ? candidates.first : nil
  }

  private static func index(of root: URL) -> [String: [String]] {
    guard
      let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    else { return [:] }
    let base = root.standardizedFileURL.path + "/"
    var index: [String: [String]] = [:]
    for case let file as URL in files where file.pathExtension == "swift" {
      let path = file.standardizedFileURL.path
      index[file.lastPathComponent, default: []].append(path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path)
    }
    return index
  }
}
