extension JournalEntry {
  /// The entry as a stored document.
  public var json: PropertyValue {
    var object: PropertyObject = ["at": .integer(at)]
    let (kind, content) = body.json
    object["body"] = content
    if epoch != 0 { object["epoch"] = .integer(epoch) }
    object["kind"] = .string(kind)
    object["run"] = .string(run)
    object["seq"] = .integer(sequence)
    return .object(object)
  }

  /// Creates an entry from its stored document.
  ///
  /// - Throws: ``CodingFailure`` with the code `unknownKind` for an entry that a newer engine wrote, `malformed` for a damaged one.
  public init(json: PropertyValue) throws(CodingFailure) {
    let sequence = json["seq"]?.integerValue
    let fields = try FieldReader(json, sequence.map { "journal entry \($0)" } ?? "a journal entry")
    guard let content = fields.object["body"] else { throw fields.failure("body") }
    self.init(
      sequence: try fields.integer("seq"), epoch: try fields.optionalInteger("epoch") ?? 0, run: try fields.string("run"),
      at: try fields.integer("at"), body: try Body(kind: try fields.string("kind"), json: content))
  }
}

extension JournalEntry.Body {
  fileprivate var json: (kind: String, content: PropertyValue) {
    switch self {
    case .run(let start): ("run", start.json)
    case .intent(let intent): ("intent", intent.json)
    case .accepted(let step, let acceptance): ("accepted", ["answer": acceptance.json, "step": .integer(step)])
    case .outcome(let step, let outcome): ("outcome", ["outcome": outcome.json, "step": .integer(step)])
    case .resolved(let run, let step, let resolution):
      (
        "resolved",
        [
          "evidence": .string(resolution.evidence), "outcome": resolution.outcome.json, "run": .string(run), "step": .integer(step),
        ]
      )
    case .skip(let step, let address, let reason):
      ("skip", ["address": .string(address.path), "reason": .string(reason), "step": .integer(step)])
    case .note(let instance, let metadata): ("note", ["instance": .string(instance.text), "metadata": metadata.json])
    case .move(let from, let to): ("move", ["from": .string(from.path), "to": .string(to.path)])
    case .forget(let instance, let reason): ("forget", ["instance": .string(instance.text), "reason": .string(reason)])
    case .imported(let record): ("import", record.json)
    case .observed(let instance, let baseline): ("observe", ["baseline": baseline.json, "instance": .string(instance.text)])
    case .outputs(let outputs):
      ("outputs", .array(outputs.sorted { $0.key < $1.key }.map { .array([.string($0.key), $0.value.json]) }))
    case .lookups(let answers): ("lookups", .object(PropertyObject(answers.map { ($0.key, $0.value) })))
    case .end(let end): ("end", end.json)
    case .fence(let taker): ("fence", ["taker": .string(taker)])
    }
  }

  fileprivate init(kind: String, json: PropertyValue) throws(CodingFailure) {
    switch kind {
    case "run": self = .run(try JournalEntry.RunStart(json: json))
    case "intent": self = .intent(try Intent(json: json))
    case "import": self = .imported(try ResourceRecord(json: json))
    case "end": self = .end(try JournalEntry.RunEnd(json: json))
    case "outputs": self = .outputs(try OutputRecord.decodePairs(json))
    case "lookups":
      guard let answers = json.objectValue else { throw CodingFailure(.malformed, "the pinned lookups of a journal entry are malformed") }
      self = .lookups(Dictionary(uniqueKeysWithValues: answers.fields.map { ($0.key, $0.value) }))
    default:
      let fields = try FieldReader(json, "a journal entry's body")
      switch kind {
      case "accepted": self = .accepted(step: try fields.integer("step"), try .init(json: fields.object["answer"] ?? .null))
      case "outcome": self = .outcome(step: try fields.integer("step"), try .init(json: fields.object["outcome"] ?? .null))
      case "resolved":
        let outcome = try JournalEntry.Outcome(json: fields.object["outcome"] ?? .null)
        self = .resolved(
          run: try fields.string("run"), step: try fields.integer("step"),
          JournalEntry.Resolution(outcome: outcome, evidence: try fields.string("evidence")))
      case "skip":
        self = .skip(
          step: try fields.integer("step"), address: ResourceAddress(try fields.string("address")), reason: try fields.string("reason"))
      case "note": self = .note(InstanceID(try fields.string("instance")), try .init(json: fields.object["metadata"] ?? .null))
      case "move":
        self = .move(from: ResourceAddress(try fields.string("from")), to: ResourceAddress(try fields.string("to")))
      case "forget": self = .forget(InstanceID(try fields.string("instance")), reason: try fields.string("reason"))
      case "observe":
        self = .observed(InstanceID(try fields.string("instance")), try .init(json: fields.object["baseline"] ?? .null))
      case "fence": self = .fence(taker: try fields.string("taker"))
      default: throw CodingFailure(.unknownKind(kind), "entries of the kind '\(kind)' are unknown to this version")
      }
    }
  }
}

extension OutputRecord {
  /// Reads pairs of a key and an output.
  static func decodePairs(_ json: PropertyValue) throws(CodingFailure) -> [String: OutputRecord] {
    var result: [String: OutputRecord] = [:]
    for element in json.arrayValue ?? [] {
      guard let pair = element.arrayValue, pair.count == 2, let key = pair[0].stringValue else {
        throw CodingFailure(.malformed, "a list of outputs is malformed")
      }
      result[key] = try OutputRecord(json: pair[1])
    }
    return result
  }
}
