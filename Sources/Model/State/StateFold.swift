/// Folds journal entries into state, one at a time and each in constant time.
///
/// The fold is pure and total: every entry that can be read has a meaning for every state. What one entry changes, changes together: the
/// record of a new incarnation and the mark that deposes the old one are one fold. Beside the snapshot it keeps two ways to find records,
/// made once in linear time: by address, and by the identifier that the provider knows.
public struct StateFold: Sendable {
  /// An object of the outside world.
  public struct ObjectKey: Sendable, Hashable {
    public var type: String
    public var placement: Placement
    public var identifier: String

    /// Creates a key.
    public init(type: String, placement: Placement, identifier: String) {
      self.type = type
      self.placement = placement
      self.identifier = identifier
    }
  }

  /// Why an entry cannot be folded.
  public struct Failure: Error, Sendable, Hashable {
    /// The number that was expected, and the one that came.
    public var expected: Int
    public var found: Int

    /// Creates a failure.
    public init(expected: Int, found: Int) {
      self.expected = expected
      self.found = found
    }
  }

  /// The state so far.
  public private(set) var snapshot: StateSnapshot

  private var currentByAddress: [ResourceAddress: InstanceID] = [:]
  private var currentByObject: [ObjectKey: InstanceID] = [:]

  /// Creates a fold that starts from a state.
  public init(_ snapshot: StateSnapshot) {
    self.snapshot = snapshot
    currentByAddress.reserveCapacity(snapshot.records.count)
    currentByObject.reserveCapacity(snapshot.records.count)
    for record in snapshot.records.values where record.status == .current { index(record) }
  }

  /// The current record of an address.
  public func current(at address: ResourceAddress) -> ResourceRecord? {
    currentByAddress[address].flatMap { snapshot.records[$0] }
  }

  /// The current record that holds an object, whatever its address.
  public func currentHolder(of object: ObjectKey) -> ResourceRecord? {
    currentByObject[object].flatMap { snapshot.records[$0] }
  }

  /// Folds an entry in.
  ///
  /// - Throws: ``Failure`` when an entry is missing before this one, or this one was folded already; nothing is changed then.
  public mutating func apply(_ entry: JournalEntry) throws(Failure) {
    guard entry.sequence == snapshot.serial + 1 else { throw Failure(expected: snapshot.serial + 1, found: entry.sequence) }
    snapshot.serial = entry.sequence
    snapshot.epoch = max(snapshot.epoch, entry.epoch)
    switch entry.body {
    case .run(let start):
      begin(start)
      snapshot.lastRun = StateSnapshot.LastRun(
        run: entry.run, command: start.command, baseSerial: start.rollbackSerial ?? entry.sequence - 1, at: entry.at)
    case .intent(let intent):
      let open = OpenIntent(run: entry.run, at: entry.at, intent: intent)
      snapshot.intentsByID[open.id] = open
    case .accepted(let step, let acceptance):
      accept(OpenIntent.ID(run: entry.run, step: step), acceptance)
    case .outcome(let step, let outcome):
      settle(OpenIntent.ID(run: entry.run, step: step), outcome, at: entry.at, isFinal: false)
    case .resolved(let run, let step, let resolution):
      settle(OpenIntent.ID(run: run, step: step), resolution.outcome, at: entry.at, isFinal: true)
    case .note(let instance, let metadata): note(instance, metadata)
    case .move(let from, let to): move(from, to)
    case .forget(let instance, _): remove(instance)
    case .imported(let record): insert(record)
    case .observed(let instance, let baseline): observe(instance, baseline, at: entry.at)
    case .outputs(let outputs): snapshot.outputs = outputs
    case .lookups(let answers): snapshot.lookups = answers
    case .skip, .end, .fence: break
    }
  }

  /// Passes over entries that are lost, so that later ones can be folded in; only a repair does.
  public mutating func skip(to serial: Int) { snapshot.serial = max(snapshot.serial, serial) }

  private mutating func begin(_ start: JournalEntry.RunStart) {
    snapshot.engine = start.engine
    snapshot.nextGeneration = max(snapshot.nextGeneration, start.reservedGenerationsEnd)
    if let unsupported = start.unsupported { snapshot.unsupported = unsupported }
    if let account = start.principal.flatMap(Self.account(ofARN:)) { snapshot.account = account }
  }

  /// The account in an ARN: its fifth field.
  private static func account(ofARN text: String) -> String? {
    var fields = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false).makeIterator()
    guard let first = fields.next(), first.elementsEqual("arn".utf8) else { return nil }
    for _ in 0..<3 where fields.next() == nil { return nil }
    guard let account = fields.next(), account.count == 12 else { return nil }
    return String(account)
  }

  private mutating func accept(_ id: OpenIntent.ID, _ acceptance: JournalEntry.Acceptance) {
    guard var known = snapshot.intentsByID[id]?.accepted else {
      snapshot.intentsByID[id]?.accepted = acceptance
      return
    }
    if let identifier = acceptance.identifier { known.identifier = identifier }
    if let handle = acceptance.handle { known.handle = handle }
    if let token = acceptance.waitToken { known.waitToken = token }
    snapshot.intentsByID[id]?.accepted = known
  }

  // MARK: Ends of operations

  /// - Parameter isFinal: whether the intent is closed even by a failure that proves nothing: recovery has looked.
  private mutating func settle(_ id: OpenIntent.ID, _ outcome: JournalEntry.Outcome, at time: Int, isFinal: Bool) {
    if case .failed = outcome.result, !outcome.isDefinite, !isFinal {
      snapshot.intentsByID[id]?.error = outcome.error
      return
    }
    guard let open = snapshot.intentsByID.removeValue(forKey: id) else { return }
    switch outcome.result {
    case .failed: break
    case .gone, .retained: remove(open.intent.instance)
    case .pendingDeletion(let date): schedule(open.intent.instance, until: date, at: time)
    case .done, .partial:
      if open.intent.operation == .delete {
        remove(open.intent.instance)
      } else {
        insert(ResourceRecord(open, outcome, over: snapshot.records[open.intent.instance], at: time))
      }
    }
  }

  private mutating func schedule(_ instance: InstanceID, until date: Int, at time: Int) {
    guard var record = snapshot.records[instance] else { return }
    unindex(record)
    record.status = .pendingDeletion(until: date)
    record.updatedAt = time
    snapshot.records[instance] = record
  }

  // MARK: Records

  /// Records an incarnation, and deposes the one that its address had.
  private mutating func insert(_ record: ResourceRecord) {
    if let old = snapshot.records[record.instance] { unindex(old) }
    if record.status == .current {
      if let holder = currentByAddress[record.address], holder != record.instance { depose(holder) }
      index(record)
    }
    snapshot.records[record.instance] = record
  }

  private mutating func depose(_ instance: InstanceID) {
    guard let record = snapshot.records[instance] else { return }
    unindex(record)
    snapshot.records[instance]?.status = .deposed
  }

  private mutating func remove(_ instance: InstanceID) {
    guard let record = snapshot.records.removeValue(forKey: instance) else { return }
    unindex(record)
  }

  private mutating func note(_ instance: InstanceID, _ metadata: JournalEntry.Metadata) {
    guard var record = snapshot.records[instance] else { return }
    record.edges = metadata.edges
    record.lifecycle = metadata.lifecycle
    record.inputs = metadata.inputs
    record.bindings = metadata.bindings
    record.ownedPaths = metadata.ownedPaths
    record.secrets = metadata.secrets
    record.source = metadata.source
    snapshot.records[instance] = record
  }

  private mutating func observe(_ instance: InstanceID, _ baseline: JournalEntry.Baseline, at time: Int) {
    guard var record = snapshot.records[instance] else { return }
    record.observed = baseline.observed
    record.attributes = baseline.attributes
    record.observedAt = time
    record.hasBaseline = true
    snapshot.records[instance] = record
  }

  /// Gives the current record of an address another one; a record that held that one is deposed, so that nothing is lost.
  private mutating func move(_ from: ResourceAddress, _ to: ResourceAddress) {
    guard from != to, let instance = currentByAddress[from], var record = snapshot.records[instance] else { return }
    unindex(record)
    if let holder = currentByAddress[to] { depose(holder) }
    record.address = to
    snapshot.records[instance] = record
    index(record)
  }

  private mutating func index(_ record: ResourceRecord) {
    currentByAddress[record.address] = record.instance
    if let object = ObjectKey(record) { currentByObject[object] = record.instance }
  }

  private mutating func unindex(_ record: ResourceRecord) {
    if currentByAddress[record.address] == record.instance { currentByAddress[record.address] = nil }
    if let object = ObjectKey(record), currentByObject[object] == record.instance { currentByObject[object] = nil }
  }
}

extension StateFold.ObjectKey {
  /// The object of a record, once it has an identifier.
  public init?(_ record: ResourceRecord) {
    guard let identifier = record.identifier else { return nil }
    self.init(type: record.type, placement: record.placement, identifier: identifier)
  }
}

extension StateSnapshot {
  /// The state with entries folded in, in linear time; use a ``StateFold`` to fold many entries one after another.
  ///
  /// - Throws: ``StateFold/Failure`` when the first entry does not follow the state, or one is missing in between.
  public func folding(_ entries: some Sequence<JournalEntry>) throws(StateFold.Failure) -> StateSnapshot {
    var fold = StateFold(self)
    for entry in entries { try fold.apply(entry) }
    return fold.snapshot
  }
}
