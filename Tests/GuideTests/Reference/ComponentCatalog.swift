import Foundation

/// The public types of `Sources/Patterns`, as their source says.
struct ComponentCatalog: Sendable {
  struct Entry: Sendable, Hashable {
    let name: String
    /// The first sentence of the documentation.
    let abstract: String
    /// The folder, which is the topic.
    let topic: String
    let isComponent: Bool
    /// The names of what it is made with; those that need not be given in brackets.
    let inputs: [String]
  }

  let entries: [Entry]

  /// Reads the types that files declare, and the functions by which they extend `Action`.
  init(_ files: [(path: String, text: String)]) {
    entries = files.flatMap { path, text in
      Self.types(in: text.components(separatedBy: "\n"), topic: path.split(separator: "/").dropLast().last.map(String.init) ?? "")
    }.sorted { ($0.topic, $0.name) < ($1.topic, $1.name) }
  }

  /// The catalog of this repository.
  static func all() throws -> ComponentCatalog {
    ComponentCatalog(try Repository.paths(under: "Sources/Patterns", suffix: ".swift").map { ($0, try Repository.text($0)) })
  }

  private static func types(in lines: [String], topic: String) -> [Entry] {
    var entries: [Entry] = []
    for (index, line) in lines.enumerated() {
      if let match = line.firstMatch(of: #/^public (?:final class|struct|enum) (\w+)/#) {
        let isComponent = index > 0 && lines[index - 1] == "@Component"
        let body = Array(lines[(index + 1)...].prefix { $0 != "}" })
        entries.append(
          Entry(
            name: String(match.1), abstract: abstract(above: isComponent ? index - 1 : index, in: lines), topic: topic,
            isComponent: isComponent, inputs: isComponent ? inputs(of: body) : []))
      } else if let match = line.firstMatch(of: #/^  public static func (\w+)\(/#), lines.contains("extension Action {") {
        entries.append(
          Entry(
            name: "Action.\(match.1)", abstract: abstract(above: index, in: lines), topic: topic, isComponent: true,
            inputs: parameters(of: lines[index...])))
      }
    }
    return entries
  }

  /// The first paragraph of the documentation that ends above a line.
  private static func abstract(above index: Int, in lines: [String]) -> String {
    let comment = lines[..<index].reversed().prefix { $0.drop { $0 == " " }.hasPrefix("///") }.reversed()
    return comment.map { $0.drop { $0 == " " }.dropFirst(3).trimmingCharacters(in: .whitespaces) }.prefix { !$0.isEmpty }
      .joined(separator: " ").replacing("``", with: "`")
  }

  /// What a component is made with: the parameters of its initializer, or its stored properties, from which the macro writes one.
  private static func inputs(of body: [String]) -> [String] {
    if let start = body.firstIndex(where: { $0.hasPrefix("  public init(") }) { return parameters(of: body[start...]) }
    return body.compactMap { line in
      if let match = line.firstMatch(of: #/^  (?:public )?(?:let|var) (\w+): ([^={]+)(?: = .*)?$/#) {
        let isOptional = line.contains(" = ") || match.2.trimmingCharacters(in: .whitespaces).hasSuffix("?")
        return isOptional ? "[\(match.1)]" : String(match.1)
      }
      return line.firstMatch(of: #/^  (?:public )?(?:let|var) (\w+) = [^{]*$/#).map { "[\($0.1)]" }
    }
  }

  /// The labels of a function's parameters; of one without a label its name.
  private static func parameters(of lines: ArraySlice<String>) -> [String] {
    let text = lines.joined(separator: " ")
    guard let open = text.firstIndex(of: "(") else { return [] }
    var depth = 0
    var parameters = [""]
    // An arrow closes nothing.
    for character in text[open...].replacing("->", with: "→") {
      if "([{<".contains(character) { depth += 1 }
      if ")]}>".contains(character) { depth -= 1 }
      if depth == 0 { break }
      if character == ",", depth == 1 { parameters.append("") } else { parameters[parameters.count - 1].append(character) }
    }
    return parameters.compactMap { parameter in
      guard let match = parameter.firstMatch(of: #/^\(?\s*(?:@\w+ )?(\w+)(?: (\w+))?:(.*)$/#) else { return nil }
      let name = match.1 == "_" ? match.2 ?? match.1 : match.1
      guard !["fileID", "line", "column"].contains(name) else { return nil }
      return match.3.contains(" = ") || match.3.hasSuffix("?") ? "[\(name)]" : String(name)
    }
  }

  /// The tables of the reference, a topic after the other.
  var markdown: String {
    Dictionary(grouping: entries, by: \.topic).sorted { $0.key < $1.key }.map { topic, entries in
      var text = "## \(topic)\n\n"
      let components = entries.filter(\.isComponent)
      if !components.isEmpty {
        text += "| component | what it is | made with |\n|--|--|--|\n"
        for entry in components {
          let inputs = entry.inputs.map { $0.hasPrefix("[") ? "[`\($0.dropFirst().dropLast())`]" : "`\($0)`" }
          text += "| `\(entry.name)` | \(entry.abstract) | \(inputs.joined(separator: ", ")) |\n"
        }
      }
      for entry in entries where !entry.isComponent {
        text += (entry == entries.first { !$0.isComponent } ? "\n| value | what it is |\n|--|--|\n" : "")
        text += "| `\(entry.name)` | \(entry.abstract) |\n"
      }
      return text
    }.joined(separator: "\n")
  }
}
