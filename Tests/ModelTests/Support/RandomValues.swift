import StrataModel

/// Random but repeatable model values, for round trips.
struct RandomValues {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64, from Vigna's public domain reference.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func integer(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }
  mutating func flag() -> Bool { next() & 1 == 0 }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[integer(0...(values.count - 1))] }

  mutating func text() -> String {
    pick(["", "a", "Name", "$ref", "$$x", "a.b[0]", "quo\"te", "back\\slash", "line\nbreak", "ünïcode 🦑", "0", "\u{1}", "a/b", "x\"y.z"])
  }

  mutating func value(_ depth: Int = 0) -> PropertyValue {
    switch integer(0...(depth > 2 ? 6 : 9)) {
    case 0: .null
    case 1: .bool(flag())
    case 2: .integer(pick([0, -1, Int.max, Int.min, 42]))
    case 3: .number(pick([0.5, -2.25, 1e-9, 1.7976931348623157e308]))
    case 4: .string(text())
    case 5: .reference(reference())
    case 6: .secret(source())
    case 7: .array(list { $0.value(depth + 1) })
    case 8: .object(object(depth + 1))
    default: .expression(Expression(pick(Expression.Function.allCases), list { $0.value(depth + 1) }))
    }
  }

  mutating func object(_ depth: Int = 1) -> PropertyObject { PropertyObject(list { ($0.text(), $0.value(depth)) }) }
  mutating func reference() -> Reference { Reference(ResourceAddress(text()), text()) }
  mutating func source() -> SecretSource {
    flag() ? SecretSource(.environmentVariable, text()) : SecretSource(attribute: reference())
  }

  mutating func list<Value>(_ make: (inout RandomValues) -> Value) -> [Value] {
    var values: [Value] = []
    for _ in 0..<integer(0...3) { values.append(make(&self)) }
    return values
  }

  mutating func optional<Value>(_ make: (inout RandomValues) -> Value) -> Value? { flag() ? make(&self) : nil }

  mutating func path() -> PropertyPath {
    PropertyPath(list { $0.flag() ? .key($0.text()) : .index($0.integer(0...9)) })
  }

  mutating func pairs<Value>(_ make: (inout RandomValues) -> Value) -> [PropertyPath: Value] {
    Dictionary(list { ($0.path(), make(&$0)) }) { $1 }
  }

  mutating func placement() -> Placement {
    Placement(account: "123456789012", region: pick(["us-east-1", "cn-north-1"]), roleChain: list { $0.text() })
  }

  mutating func location() -> SourceLocation { SourceLocation(fileID: text(), line: integer(1...99), column: integer(0...9)) }
  mutating func edge() -> RecordedEdge {
    RecordedEdge(
      instance: InstanceID(text()), address: ResourceAddress(text()), readiness: pick(Dependency.Readiness.allCases),
      paths: list { $0.path() })
  }
  mutating func route() -> ResourceRecord.Route { pick([.embedded, .cloudControl, .direct(version: 3)]) }
  mutating func secret() -> ResourceRecord.SecretRecord { ResourceRecord.SecretRecord(source: source(), digest: text()) }

  mutating func lifecycle() -> Lifecycle {
    var lifecycle = Lifecycle()
    lifecycle.isProtected = flag()
    lifecycle.isRetained = flag()
    lifecycle.isDeletedFirst = flag()
    lifecycle.holdsData = flag()
    lifecycle.ignoredPaths = list { $0.path() }
    if flag() { lifecycle.timeouts = OperationTimeouts(create: flag() ? 60 : nil, delete: 5) }
    return lifecycle
  }

  mutating func record() -> ResourceRecord {
    var record = ResourceRecord(
      address: ResourceAddress("s/\(text())"), type: "AWS::S3::Bucket", placement: placement(),
      instance: InstanceID("i\(integer(0...1_000_000))"), generation: integer(1...99), source: location())
    record.status = pick([.current, .deposed, .pendingDeletion(until: 99)])
    record.createdAt = integer(0...9)
    record.updatedAt = integer(0...9)
    record.identifier = optional { $0.text() }
    record.handle = optional { $0.value() }
    record.route = route()
    record.inputs = object()
    record.bindings = pairs { $0.value() }
    record.ownedPaths = list { $0.path() }
    record.revision = integer(0...9)
    record.secrets = pairs { $0.secret() }
    record.attributes = object()
    record.observed = pairs { $0.value() }
    record.observedAt = integer(0...9)
    record.hasBaseline = flag()
    record.lacksIdentityTags = flag()
    record.isTakenOver = flag()
    record.edges = list { $0.edge() }
    record.lifecycle = lifecycle()
    record.wait = optional { ResourceRecord.Wait(token: $0.text(), since: 1, deadline: 2) }
    record.incompleteReasons = list { $0.text() }
    record.isUnsupported = flag()
    return record
  }

  mutating func intent() -> Intent {
    var intent = Intent(
      step: integer(0...9), operation: pick(Intent.Operation.allCases), address: ResourceAddress(text()), instance: InstanceID(text()),
      generation: 1, type: text(), placement: placement(), route: route(), apiClass: "tags", source: location())
    intent.token = optional { $0.text() }
    intent.attempt = integer(0...3)
    intent.identifier = optional { $0.text() }
    intent.handle = optional { $0.value() }
    intent.request = object()
    intent.previous = optional { $0.object() }
    intent.requestDigest = text()
    intent.precheckedAbsent = optional { $0.flag() }
    intent.inputs = object()
    intent.bindings = pairs { $0.value() }
    intent.ownedPaths = list { $0.path() }
    intent.secrets = pairs { $0.secret() }
    intent.edges = list { $0.edge() }
    intent.lifecycle = lifecycle()
    intent.sendBy = integer(0...9)
    intent.deadline = integer(0...9)
    return intent
  }

  mutating func outcome() -> JournalEntry.Outcome {
    JournalEntry.Outcome(
      pick([.done, .gone, .retained, .pendingDeletion(until: 7), .partial(reasons: ["a"]), .failed]), identifier: optional { $0.text() },
      handle: optional { $0.value() }, attributes: object(), observed: pairs { $0.value() }, error: optional { $0.text() },
      isDefinite: flag())
  }

  mutating func acceptance() -> JournalEntry.Acceptance {
    JournalEntry.Acceptance(identifier: optional { $0.text() }, handle: optional { $0.value() }, waitToken: optional { $0.text() })
  }

  mutating func body() -> JournalEntry.Body {
    switch integer(0...13) {
    case 0:
      .run(
        JournalEntry.RunStart(
          engine: "1.0", command: text(), planDigest: optional { $0.text() }, principal: optional { $0.text() }, host: text(),
          reservedGenerationsEnd: 4, rollbackSerial: optional { $0.integer(0...9) }))
    case 1: .intent(intent())
    case 2: .accepted(step: 3, acceptance())
    case 3: .outcome(step: 3, outcome())
    case 4: .resolved(run: text(), step: 3, JournalEntry.Resolution(outcome: outcome(), evidence: text()))
    case 5: .skip(step: 1, address: ResourceAddress(text()), reason: text())
    case 6:
      .note(
        InstanceID(text()),
        JournalEntry.Metadata(
          edges: list { $0.edge() }, lifecycle: lifecycle(), inputs: object(), bindings: pairs { $0.value() },
          ownedPaths: list { $0.path() }, secrets: pairs { $0.secret() }, source: location()))
    case 7: .move(from: ResourceAddress(text()), to: ResourceAddress(text()))
    case 8: .forget(InstanceID(text()), reason: text())
    case 9: .imported(record())
    case 10: .outputs(["k": OutputRecord(value: value(), isSensitive: flag(), expression: flag() ? value() : nil)])
    case 11: .end(JournalEntry.RunEnd())
    case 12: .lookups([text(): value()])
    default: .fence(taker: text())
    }
  }
}
