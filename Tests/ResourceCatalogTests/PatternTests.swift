import ResourceCatalog
import Testing

@Suite("Regular expressions of the schemas")
struct PatternTests {
  @Test("Verdicts on generated strings are those of Python's regex module, but for letters beyond ASCII in \\w")
  func agreesWithPython() throws {
    var judged = 0
    for row in try JSONFixture.named("patterns.json").elements {
      let text = try #require(row.elements.first?.text)
      guard case .object(let verdicts)? = row.elements.last else { continue }
      let pattern = try #require(SchemaPattern(text), "\(text) is not read")
      for verdict in verdicts where !verdict.key.utf8.contains(where: { $0 >= 128 }) {
        judged += 1
        #expect(pattern.isFound(in: verdict.key) == (verdict.value == .integer(1)), "\(text) in '\(verdict.key)'")
      }
    }
    #expect(judged > 3_000)
  }

  /// Every expression of the catalogue, of definitions and properties at any depth.
  static func allPatterns() -> Set<CatalogString> {
    var patterns: Set<CatalogString> = []
    var seen: Set<Schema> = []
    var waiting: [Schema] = []
    for type in ResourceCatalog.aws.types {
      waiting.append(type.schema)
      for index in 0..<type.definitionCount { waiting.append(type.definition(at: index).schema) }
      waiting += type.rules.map(\.schema)
    }
    while let schema = waiting.popLast() {
      guard seen.insert(schema).inserted else { continue }
      if let pattern = schema.pattern { patterns.insert(pattern) }
      for (pattern, value) in schema.patternProperties {
        patterns.insert(pattern)
        waiting.append(value)
      }
      waiting += schema.properties.map(\.schema) + schema.ownProperties.map(\.schema)
      waiting += Array(schema.oneOf) + Array(schema.anyOf) + Array(schema.allOf) + Array(schema.prefixItems)
      waiting += [schema.element, schema.additionalProperties, schema.not, schema.contains, schema.propertyNames].compactMap { $0 }
      if let (condition, then, otherwise) = schema.conditional { waiting += [condition, then, otherwise].compactMap { $0 } }
    }
    return patterns
  }

  @Test("Only one expression of the catalogue is not read: it has back references")
  func skipped() {
    let patterns = Self.allPatterns()
    #expect(patterns.count > 2_300)
    let skipped = patterns.filter { SchemaPattern(String($0)) == nil }
    #expect(skipped.count == 1)
    #expect(skipped.allSatisfy { String($0).contains(#"\3"#) })
    #expect(SchemaPattern.skipped(among: patterns).count == 1)
  }

  @Test(
    "A hostile string costs no more than a quadratic number of steps",
    arguments: ["^(([a-z]+)+)+$", "^(a|a)*$", "^(a*)*b$", "^(?=(a+)+$)a+$"])
  func hostile(_ expression: String) throws {
    let pattern = try #require(SchemaPattern(expression))
    #expect(!pattern.isFound(in: String(repeating: "a", count: 400) + "!"))
  }

  @Test(
    "Forms that schemas use",
    arguments: [
      (#"^(alias/)[a-zA-Z0-9:/_-]+$"#, "alias/phi", true), (#"^(alias/)[a-zA-Z0-9:/_-]+$"#, "phi", false),
      (#"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"#, "Größe 1", true), (#"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"#, "a#b", false),
      (#"^(?!aws:).+$"#, "aws:x", false), (#"(?i)^abc$"#, "aBC", true), (#"^[^\x00-\x1F]{2,3}$"#, "äöü", true),
      (#"^[0-9a-z\.\-]*(?<!\.)$"#, "a.b.", false), (#"^.*\.fifo$"#, "work.fifo", true),
      (#"^[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF]*$"#, "a😀", true),
      (#"b{2}"#, "abba", true), (#"^a{,2}$"#, "aaa", false), (#"^\d{12}$"#, "123456789012\n", true), (#"\bx\b"#, "a x b", true),
    ])
  func forms(_ expression: String, _ text: String, _ expected: Bool) throws {
    #expect(try #require(SchemaPattern(expression)).isFound(in: text) == expected)
  }
}
