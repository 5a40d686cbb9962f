import StrataLanguage
import StrataModel
import TypeProvider

/// Finds out by reading the program's source under which names its stacks keep their resources.
///
/// Only what stands there as people write it is found: `lazy var vpc = EC2.VPC("main", …)` in a class. A resource without such a name, of a
/// component or a loop for example, has none here, and is then named by its identifier.
struct ProgramNames {
  /// A property of a stack.
  struct Member: Sendable, Hashable {
    var name: String
    /// The class that it belongs to.
    var stackType: String

    /// The name by which other stacks take that stack in: `NetworkStack` is `network`.
    var input: String {
      let stem = stackType.hasSuffix("Stack") && stackType.count > 5 ? String(stackType.dropLast(5)) : stackType
      return SwiftIdentifier.escaped(PropertyLabel.label(for: stem))
    }
  }

  private(set) var members: [ResourceAddress: Member] = [:]

  init(_ resources: [DeclaredResource], sources: SourceFiles) {
    var files: [String: [Substring]] = [:]
    for resource in resources where resource.address.path.split(separator: "/").count == 2 {
      let lines = files[resource.source.fileID] ?? sources.lines(around: resource.source) ?? []
      files[resource.source.fileID] = lines
      members[resource.address] = Self.member(at: resource.source, in: lines)
    }
  }

  /// The names that can be used in a stack, and the other stacks that it must take in for them.
  func expressions(in stack: String) -> [ResourceAddress: String] {
    members.reduce(into: [:]) { names, entry in
      names[entry.key] = entry.key.stack == stack ? entry.value.name : "\(entry.value.input).\(entry.value.name)"
    }
  }

  private static func member(at location: SourceLocation, in lines: [Substring]) -> Member? {
    let index = location.line - 1
    guard lines.indices.contains(index) else { return nil }
    var head = lines[index].prefix(max(0, location.column - 1))
    if head.allSatisfy(\.isWhitespace), index > 0 { head = lines[index - 1][...] }
    guard let name = declaredName(head) else { return nil }
    for line in lines[..<index].reversed() {
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "@" }
      if let position = words.firstIndex(of: "class"), words.indices.contains(position + 1),
        words.contains("@Stack") || line.contains("@Stack")
      {
        return Member(name: name, stackType: String(words[position + 1]))
      }
      // A member of something that is no stack has no name outside of it.
      if words.contains("struct") || words.contains("class") || words.contains("func") { return nil }
    }
    return nil
  }

  /// The name in `lazy var name =`.
  private static func declaredName(_ head: Substring) -> String? {
    let words = head.split(whereSeparator: \.isWhitespace)
    guard words.last == "=", let position = words.firstIndex(of: "var"), position > 0, words[position - 1] == "lazy",
      words.indices.contains(position + 1)
    else { return nil }
    let name = words[position + 1]
    return String(name.hasSuffix(":") ? name.dropLast() : name)
  }
}
