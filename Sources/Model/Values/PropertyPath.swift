/// A place inside of a property document.
public struct PropertyPath: Sendable, Hashable {
  /// One step from a value into one that it holds.
  public enum Component: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  public var components: [Component]

  /// The document itself.
  public static let root = PropertyPath([])

  /// Creates a path.
  public init(_ components: [Component]) { self.components = components }

  /// Creates the path of a top-level property.
  public init(_ key: String) { components = [.key(key)] }

  /// Reads the form that ``description`` writes, for example `Rules[2].Days`; keys that hold `.` or `[` are written in quotes.
  public init?(parsing text: String) {
    var parser = PropertyPathParser(text)
    guard let components = parser.parse() else { return nil }
    self.components = components
  }

  public var isRoot: Bool { components.isEmpty }

  /// The name of the top-level property that the path lies in.
  public var property: String? {
    if case .key(let key)? = components.first { key } else { nil }
  }

  public func appending(key: String) -> PropertyPath { PropertyPath(components + [.key(key)]) }
  public func appending(index: Int) -> PropertyPath { PropertyPath(components + [.index(index)]) }

  /// Whether this path lies at or beneath `other`.
  public func isWithin(_ other: PropertyPath) -> Bool {
    components.starts(with: other.components)
  }

  /// The component names with `*` for each index: the form in which resource schemas list paths.
  public var schemaComponents: [String] {
    components.map { component in
      switch component {
      case .key(let key): key
      case .index: "*"
      }
    }
  }
}

extension PropertyPath: CustomStringConvertible {
  public var description: String {
    var text = ""
    for component in components {
      switch component {
      case .index(let index): text += "[\(index)]"
      case .key(let key):
        if !text.isEmpty { text += "." }
        text += PropertyPathParser.needsQuotes(key) ? "\"\(key)\"" : key
      }
    }
    return text
  }
}

extension PropertyPath: Comparable {
  public static func < (left: PropertyPath, right: PropertyPath) -> Bool {
    for (a, b) in zip(left.components, right.components) where a != b {
      switch (a, b) {
      case (.key(let x), .key(let y)): return x < y
      case (.index(let x), .index(let y)): return x < y
      case (.index, .key): return true
      case (.key, .index): return false
      }
    }
    return left.components.count < right.components.count
  }
}

extension PropertyPath: ExpressibleByStringLiteral {
  /// Creates a path from its written form; text that is none becomes one key.
  public init(stringLiteral value: String) { self = PropertyPath(parsing: value) ?? PropertyPath(value) }
}

extension PropertyValue {
  /// The value at a path, or `nil` where the document has none.
  public subscript(_ path: PropertyPath) -> PropertyValue? {
    var value = self
    for component in path.components {
      switch (component, value) {
      case (.key(let key), .object(let object)):
        guard let next = object[key] else { return nil }
        value = next
      case (.index(let index), .array(let elements)):
        guard elements.indices.contains(index) else { return nil }
        value = elements[index]
      default: return nil
      }
    }
    return value
  }
}
