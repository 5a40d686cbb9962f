import StrataModel

/// Gathers journal entries while a write is in flight: one write at a time, and what came meanwhile is the next.
struct CommitQueue {
  /// The entries of one write, and the steps whose intents are among them.
  struct Batch {
    var entries: [JournalEntry] = []
    var steps: [Int] = []
  }

  static let maximumCount = 256
  static let maximumSize = 1 << 20

  private var pending: [(entry: JournalEntry, step: Int?, size: Int)] = []
  private var start = 0
  private(set) var isWriting = false
  private var writing = Batch()

  var isEmpty: Bool { start == pending.count }

  /// Adds an entry, with the step whose intent it is.
  mutating func add(_ entry: JournalEntry, intentOf step: Int? = nil) {
    pending.append((entry, step, Self.size(of: entry)))
  }

  /// The next write, unless one is in flight or nothing is pending.
  ///
  /// - Parameter takesAll: whether all that is pending goes into it, so that a snapshot can follow.
  mutating func next(takesAll: Bool) -> Batch? {
    guard !isWriting, !isEmpty else { return nil }
    var batch = Batch()
    var size = 0
    while start < pending.count {
      let item = pending[start]
      if !takesAll, !batch.entries.isEmpty, batch.entries.count == Self.maximumCount || size + item.size > Self.maximumSize { break }
      batch.entries.append(item.entry)
      if let step = item.step { batch.steps.append(step) }
      size += item.size
      start += 1
    }
    if start == pending.count {
      pending.removeAll(keepingCapacity: true)
      start = 0
    }
    isWriting = true
    writing = batch
    return batch
  }

  /// Ends the write in flight; answers with the steps whose intents are durable now.
  mutating func finishWriting() -> [Int] {
    isWriting = false
    defer { writing = Batch() }
    return writing.steps
  }

  /// Gives out what cannot be written any more, in order: the entries of the write that failed, and those that came meanwhile.
  mutating func abandon() -> [JournalEntry] {
    defer {
      pending = []
      start = 0
    }
    return writing.entries + pending[start...].map(\.entry)
  }

  /// About how many bytes an entry takes.
  private static func size(of entry: JournalEntry) -> Int {
    switch entry.body {
    case .intent(let intent): 1_024 + size(of: intent.request) + size(of: intent.inputs) + (intent.previous.map(size) ?? 0)
    case .outcome(_, let outcome): 256 + size(of: outcome.attributes)
    case .note(_, let metadata): 512 + size(of: metadata.inputs)
    case .imported(let record): 1_024 + size(of: record.inputs) + size(of: record.attributes)
    case .observed(_, let baseline): 256 + size(of: baseline.attributes)
    default: 256
    }
  }

  private static func size(of object: PropertyObject) -> Int {
    object.fields.reduce(2) { $0 + $1.key.utf8.count + 4 + size(of: $1.value) }
  }

  private static func size(of value: PropertyValue) -> Int {
    switch value {
    case .null, .bool, .integer, .number: 8
    case .string(let text): text.utf8.count + 2
    case .array(let elements): elements.reduce(2) { $0 + size(of: $1) + 1 }
    case .object(let object): size(of: object)
    case .reference, .secret: 64
    case .expression(let expression): expression.arguments.reduce(32) { $0 + size(of: $1) }
    }
  }
}
