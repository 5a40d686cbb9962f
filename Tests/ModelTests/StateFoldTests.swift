import StrataModel
import Testing

@Suite("State is the fold of the journal")
struct StateFoldTests {
  private var fold = StateFold(StateSnapshot(lineage: "lineage", environment: "pilot", engine: "1.0.0"))

  private mutating func add(_ body: JournalEntry.Body, run: String = "r1", at time: Int = 10) throws {
    try fold.apply(JournalEntry(sequence: fold.snapshot.serial + 1, epoch: 0, run: run, at: time, body: body))
  }

  private func intent(
    _ operation: Intent.Operation = .create, step: Int = 0, _ address: ResourceAddress = "s/a", _ instance: InstanceID = "one",
    identifier: String? = nil
  ) -> Intent {
    Intent(
      step: step, operation: operation, address: address, instance: instance, generation: 1, type: "AWS::S3::Bucket",
      placement: Placement(account: "123456789012", region: "us-east-1"), route: .embedded, apiClass: "name", identifier: identifier,
      source: SourceLocation(fileID: "M/F.swift", line: 1), inputs: ["BucketName": "b"])
  }

  private func done(_ identifier: String, _ attributes: PropertyObject = ["Arn": "arn"]) -> JournalEntry.Outcome {
    JournalEntry.Outcome(.done, identifier: identifier, attributes: attributes)
  }

  @Test("A create's outcome makes a record and closes the intent")
  mutating func create() throws {
    try add(.intent(intent()))
    #expect(fold.snapshot.openIntents.map(\.intent.address) == ["s/a"])
    try add(.outcome(step: 0, done("bucket")), at: 12)
    #expect(fold.snapshot.openIntents.isEmpty)
    let record = try #require(fold.snapshot.records["one"])
    #expect(record.identifier == "bucket")
    #expect(record.status == .current)
    #expect(record.attributes == ["Arn": "arn"])
    #expect(record.revision == 0)
    #expect(record.createdAt == 12)
    #expect(fold.current(at: "s/a") == record)
  }

  @Test("The answers of lookups are pinned as a whole")
  mutating func lookups() throws {
    try add(.lookups(["a": 1, "b": "x"]))
    #expect(fold.snapshot.lookups == ["a": 1, "b": "x"])
    try add(.lookups(["b": "y"]))
    #expect(fold.snapshot.lookups == ["b": "y"])
    #expect(fold.snapshot.pinnedLookups == ["b": "y"])
  }

  @Test("One entry records the new incarnation and deposes the old one")
  mutating func replacementIsAtomic() throws {
    try add(.intent(intent()))
    try add(.outcome(step: 0, done("old")))
    try add(.intent(intent(.create, step: 1, "s/a", "two")))
    #expect(fold.current(at: "s/a")?.instance == "one")
    try add(.outcome(step: 1, done("new")))
    #expect(fold.current(at: "s/a")?.instance == "two")
    #expect(fold.snapshot.records["one"]?.status == .deposed)
    #expect(fold.snapshot.records.values.count { $0.status == .current } == 1)
  }

  @Test("The holder of an object is found by its identifier, and only while it is current")
  mutating func holder() throws {
    let key = StateFold.ObjectKey(
      type: "AWS::S3::Bucket", placement: Placement(account: "123456789012", region: "us-east-1"), identifier: "same")
    try add(.intent(intent()))
    try add(.outcome(step: 0, done("same")))
    #expect(fold.currentHolder(of: key)?.instance == "one")
    try add(.intent(intent(.create, step: 1, "s/a", "two")))
    try add(.outcome(step: 1, done("same")))
    #expect(fold.currentHolder(of: key)?.instance == "two")
    try add(.forget("two", reason: "test"))
    #expect(fold.currentHolder(of: key) == nil)
  }

  @Test("An update raises the revision and clears what was incomplete")
  mutating func update() throws {
    try add(.intent(intent()))
    try add(.outcome(step: 0, JournalEntry.Outcome(.partial(reasons: ["half"]), identifier: "bucket")))
    #expect(fold.snapshot.records["one"]?.incompleteReasons == ["half"])
    try add(.intent(intent(.update, step: 1, identifier: "bucket")))
    try add(.outcome(step: 1, done("bucket")), at: 30)
    let record = try #require(fold.snapshot.records["one"])
    #expect(record.revision == 1)
    #expect(record.incompleteReasons.isEmpty)
    #expect(record.createdAt == 10)
    #expect(record.updatedAt == 30)
  }

  @Test("Only an end that is proven removes a record; a scheduled deletion stays with its date")
  mutating func deletes() throws {
    try add(.intent(intent()))
    try add(.outcome(step: 0, done("bucket")))
    try add(.intent(intent(.delete, step: 1, identifier: "bucket")))
    try add(.outcome(step: 1, JournalEntry.Outcome(.failed)))
    #expect(fold.snapshot.records["one"] != nil)
    try add(.intent(intent(.delete, step: 2, identifier: "bucket")))
    try add(.outcome(step: 2, JournalEntry.Outcome(.pendingDeletion(until: 99))))
    #expect(fold.snapshot.records["one"]?.status == .pendingDeletion(until: 99))
    #expect(fold.current(at: "s/a") == nil)
    try add(.intent(intent(.delete, step: 3, identifier: "bucket")))
    try add(.outcome(step: 3, JournalEntry.Outcome(.gone)))
    #expect(fold.snapshot.records.isEmpty)
  }

  @Test("A failure that proves nothing leaves the intent open, until recovery has looked")
  mutating func undecided() throws {
    try add(.intent(intent()))
    try add(.accepted(step: 0, JournalEntry.Acceptance(identifier: "early", waitToken: "w1")))
    try add(.accepted(step: 0, JournalEntry.Acceptance(waitToken: "w2")))
    try add(.outcome(step: 0, JournalEntry.Outcome(.failed, error: "timeout", isDefinite: false)))
    let open = try #require(fold.snapshot.openIntents.first)
    #expect(open.accepted == JournalEntry.Acceptance(identifier: "early", waitToken: "w2"))
    #expect(open.error == "timeout")
    try add(.resolved(run: "r1", step: 0, JournalEntry.Resolution(outcome: JournalEntry.Outcome(.done), evidence: "seen")), run: "r2")
    #expect(fold.snapshot.openIntents.isEmpty)
    #expect(fold.snapshot.records["one"]?.identifier == "early")
  }

  @Test("Steps of two runs with one number are two operations")
  mutating func runs() throws {
    try add(.intent(intent()), run: "r1")
    try add(.intent(intent(.create, step: 0, "s/b", "two")), run: "r2")
    try add(.outcome(step: 0, done("b")), run: "r2")
    #expect(fold.snapshot.openIntents.map(\.run) == ["r1"])
    #expect(fold.snapshot.records.keys.sorted() == ["two"])
  }

  @Test("A move keeps the incarnation; its old address is free")
  mutating func move() throws {
    try add(.intent(intent()))
    try add(.outcome(step: 0, done("bucket")))
    try add(.move(from: "s/a", to: "t/b"))
    #expect(fold.current(at: "s/a") == nil)
    #expect(fold.current(at: "t/b")?.instance == "one")
  }

  @Test("A run reserves its generations for good, and names account and version")
  mutating func run() throws {
    let arn = "arn:aws:sts::123456789012:assumed-role/ci/x"
    func start(_ end: Int) -> JournalEntry.Body {
      .run(.init(engine: "2.0.0", command: "deploy", planDigest: nil, principal: arn, host: "h", reservedGenerationsEnd: end))
    }
    try add(start(12))
    try add(start(3))
    #expect(fold.snapshot.nextGeneration == 12)
    #expect(fold.snapshot.engine == "2.0.0")
    #expect(fold.snapshot.account == "123456789012")
  }

  @Test("A missing entry is refused and changes nothing")
  mutating func gap() throws {
    let before = fold.snapshot
    let entry = JournalEntry(sequence: 5, epoch: 0, run: "r", at: 0, body: .forget("x", reason: ""))
    #expect(throws: StateFold.Failure(expected: 1, found: 5)) { try fold.apply(entry) }
    #expect(fold.snapshot == before)
  }

  @Test("Any entry folds into any state", arguments: 0..<100)
  mutating func total(seed: Int) throws {
    var random = RandomValues(seed: UInt64(seed) + 50)
    for _ in 0..<40 {
      try add(random.body())
      let current = fold.snapshot.records.values.filter { $0.status == .current }.map(\.address)
      #expect(Set(current).count == current.count)
    }
  }
}
