import Foundation
import Strata

extension JMS {
  /// The tenants of an environment, and what is wrong with the list that they come from.
  ///
  /// 0.17 "Comprehensive variable validation": a mistake stops the deployment and is reported with its file and line; the other entries are
  /// checked all the same, so that one run tells of all mistakes.
  struct TenantList: Sendable {
    /// The tenants without mistakes, in the order of the list.
    private(set) var tenants: [Tenant] = []

    /// The mistakes, for a stack to report.
    private(set) var problems: [Problem] = []

    private var lines: [String: Tenant] = [:]

    /// Creates a list of tenants that the program names.
    init(_ tenants: [Tenant]) {
      for tenant in tenants { add(tenant) }
    }

    /// Reads a list of tenants from a file, by a path beside the source file that names it.
    ///
    /// A line is a tenant: its id, its cost center, and `regional` or `replicated`, with commas between them. Empty lines and what follows a
    /// `#` are left out.
    init(file: String, beside source: String = #filePath, fileID: String = #fileID, line: Int = #line) {
      let url = URL(fileURLWithPath: file, relativeTo: URL(fileURLWithPath: source).deletingLastPathComponent())
      guard let text = try? String(contentsOf: url, encoding: .utf8) else {
        problems.append(
          Problem(
            "the list of tenants cannot be read: \(url.path)", remedy: "put the file there, in UTF-8, or name another one",
            fileID: fileID, line: line))
        return
      }
      read(text, of: Self.shown(url.path))
    }

    /// The path from the working directory, where the file is beneath it.
    private static func shown(_ path: String) -> String {
      let folder = FileManager.default.currentDirectoryPath + "/"
      return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    }

    private mutating func read(_ text: String, of file: String) {
      for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
        let content = line.prefix { $0 != UInt8(ascii: "#") }
        let fields = content.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Self.trimmed)
        if fields.allSatisfy(\.isEmpty) { continue }
        guard fields.count == 3, let recovery = Self.recoveries[fields[2]] else {
          problems.append(
            Problem(
              "the line is no tenant: \(Self.trimmed(content))",
              remedy: "write the id, the cost center, and 'regional' or 'replicated', with commas between them", fileID: file,
              line: index + 1))
          continue
        }
        add(Tenant(fields[0], costCenter: fields[1], isReplicated: recovery, file: file, line: index + 1))
      }
    }

    private mutating func add(_ tenant: Tenant) {
      if let mistake = tenant.mistake {
        problems.append(Problem(mistake.message, remedy: mistake.remedy, fileID: tenant.file, line: tenant.line))
      } else if let first = lines[tenant.id] {
        problems.append(
          Problem(
            "the tenant '\(tenant.id)' is listed twice, first in line \(first.line)", remedy: "remove one of the lines",
            fileID: tenant.file, line: tenant.line))
      } else {
        lines[tenant.id] = tenant
        tenants.append(tenant)
      }
    }

    private static let recoveries = ["regional": false, "replicated": true]

    private static func trimmed(_ bytes: Substring.UTF8View) -> String {
      let blank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
      var rest = bytes.drop(while: blank)
      while let last = rest.last, blank(last) { rest.removeLast() }
      return String(Substring(rest))
    }
  }
}
