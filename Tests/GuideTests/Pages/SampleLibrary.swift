import Foundation

/// The samples that compile: regions of the files in `Samples` between `// snippet: name` and `// end`.
///
/// Regions of one name are one sample, joined by an empty line. What all lines are indented by is taken away, so that a sample may stand inside of
/// a type. A program of the guides is marked `/*@main*/`, because a test bundle has a beginning of its own.
struct SampleLibrary: Sendable {
  /// The lines of each sample, by name.
  let samples: [String: [String]]
  /// What is wrong with the marks.
  let problems: [String]

  /// Reads the samples of files, by their paths.
  init(_ files: [(path: String, text: String)]) {
    var regions: [String: [[String]]] = [:]
    var problems: [String] = []
    for (path, text) in files {
      var open: (name: String, lines: [String])?
      for line in text.components(separatedBy: "\n") {
        let mark = line.trimmingCharacters(in: .whitespaces)
        if mark.hasPrefix("// snippet: ") {
          if let open { problems.append("\(path): '\(open.name)' does not end") }
          open = (String(mark.dropFirst("// snippet: ".count)), [])
        } else if mark == "// end" {
          if let region = open { regions[region.name, default: []].append(Self.unindented(region.lines)) }
          open = nil
        } else {
          open?.lines.append(line.replacingOccurrences(of: "/*@main*/", with: "@main"))
        }
      }
      if let open { problems.append("\(path): '\(open.name)' does not end") }
    }
    samples = regions.mapValues { Array($0.joined(separator: [""])) }
    self.problems = problems
  }

  /// The samples of this target.
  static func all() throws -> SampleLibrary {
    SampleLibrary(
      try Repository.paths(under: "Tests/GuideTests/Samples", suffix: ".swift").map { ($0, try Repository.text($0)) })
  }

  /// Lines without the spaces that all of them begin with, and without empty lines at both ends.
  private static func unindented(_ lines: [String]) -> [String] {
    let isEmpty = { (line: String) in line.allSatisfy { $0 == " " } }
    let body = lines.drop(while: isEmpty).reversed().drop(while: isEmpty).reversed()
    let depth = body.filter { !isEmpty($0) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return body.map { isEmpty($0) ? "" : String($0.dropFirst(depth)) }
  }

  /// The name of the sample with exactly these lines.
  func name(of lines: [String]) -> String? { samples.first { $0.value == lines }?.key }

  /// What the lines differ in from the sample that has most of them.
  func difference(of lines: [String]) -> String {
    let shared = { (sample: [String]) in Set(sample).intersection(lines).subtracting([""]).count }
    guard let nearest = samples.max(by: { (shared($0.value), $1.key) < (shared($1.value), $0.key) }), shared(nearest.value) > 0 else {
      return "no sample has a line of it"
    }
    let first = zip(lines, nearest.value).first { $0 != $1 }
    let place = first.map { "'\($0.0)' stands there as '\($0.1)'" } ?? "it has \(lines.count) lines, and that one \(nearest.value.count)"
    return "nearest is '\(nearest.key)': \(place)"
  }
}
