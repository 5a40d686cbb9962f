/// Something that the user should know about their program, environment or files.
public struct Diagnostic: Sendable, Hashable {
  /// How much a diagnostic weighs.
  public enum Severity: String, Sendable, Hashable, Comparable {
    case note
    case warning
    case error

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// A second place that belongs to the diagnostic.
  public struct Note: Sendable, Hashable {
    public var message: String
    public var location: SourceLocation?

    /// Creates a note.
    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  public var severity: Severity

  /// A short stable name of the kind of diagnostic, for example `value-out-of-range`.
  public var code: String

  /// What is wrong, in one sentence.
  public var message: String

  /// What to do about it, in one sentence.
  public var remedy: String?

  public var location: SourceLocation?
  public var address: ResourceAddress?
  public var path: PropertyPath?
  public var notes: [Note]

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, code: String, _ message: String, remedy: String? = nil, at location: SourceLocation? = nil,
    address: ResourceAddress? = nil, path: PropertyPath? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.remedy = remedy
    self.location = location
    self.address = address
    self.path = path
    self.notes = notes
  }
}

extension Sequence<Diagnostic> {
  /// Whether an error is among the diagnostics.
  public var containsErrors: Bool { contains { $0.severity == .error } }
}
