/// The records of a state by instance, as a dictionary, and in one order, as an array.
///
/// A plan of thousands of resources goes through all records several times. In an array, records that were read or made one after the other
/// are neighbours in memory and stay so; a dictionary would visit them at random, and in another order in each process. A removed record's place
/// is taken by the last one, so the order says nothing: what shows is sorted before.
public struct ResourceRecords: Sendable {
  /// The records; two of one instance do not occur.
  public private(set) var values: [ResourceRecord] = []
  private var positions: [InstanceID: Int] = [:]

  /// Creates the records of an empty state.
  public init() {}

  public var count: Int { values.count }
  public var isEmpty: Bool { values.isEmpty }

  /// The instances, in the order of ``values``.
  public var keys: some RandomAccessCollection<InstanceID> { values.lazy.map(\.instance) }

  /// The index in ``values`` of an instance's record.
  public func position(of instance: InstanceID) -> Int? { positions[instance] }

  /// The record of an instance; one that is set must be of that instance.
  public subscript(instance: InstanceID) -> ResourceRecord? {
    get { positions[instance].map { values[$0] } }
    set {
      guard let newValue else {
        removeValue(forKey: instance)
        return
      }
      updateValue(newValue, forKey: instance)
    }
  }

  /// Sets the record of an instance; answers with the one that it had.
  @discardableResult
  public mutating func updateValue(_ record: ResourceRecord, forKey instance: InstanceID) -> ResourceRecord? {
    assert(record.instance == instance, "a record stands under its own instance")
    guard let position = positions[instance] else {
      positions[instance] = values.count
      values.append(record)
      return nil
    }
    let former = values[position]
    values[position] = record
    return former
  }

  /// Removes the record of an instance; answers with it.
  @discardableResult
  public mutating func removeValue(forKey instance: InstanceID) -> ResourceRecord? {
    guard let position = positions.removeValue(forKey: instance) else { return nil }
    values.swapAt(position, values.count - 1)
    let record = values.removeLast()
    if position < values.count { positions[values[position].instance] = position }
    return record
  }

  /// Makes room for a number of records.
  public mutating func reserveCapacity(_ count: Int) {
    values.reserveCapacity(count)
    positions.reserveCapacity(count)
  }
}

extension ResourceRecords: Sequence {
  public func makeIterator() -> some IteratorProtocol<(key: InstanceID, value: ResourceRecord)> {
    values.lazy.map { (key: $0.instance, value: $0) }.makeIterator()
  }
}

extension ResourceRecords: Hashable {
  /// Whether both hold the same records, in whatever order.
  public static func == (left: ResourceRecords, right: ResourceRecords) -> Bool {
    left.count == right.count && left.values.allSatisfy { right[$0.instance] == $0 }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
