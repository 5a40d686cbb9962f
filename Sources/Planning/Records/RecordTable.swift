import StrataModel

/// The records of a state by position, with the ways to find them.
///
/// Positions have no order that means anything: what shows in a plan is sorted before.
struct RecordTable {
  let records: [ResourceRecord]
  let positionByInstance: [InstanceID: Int]
  /// The current record of each address.
  private(set) var currentByAddress: [ResourceAddress: Int]
  /// Addresses with more than one current record, which no sound state has.
  private(set) var ambiguousAddresses: [ResourceAddress] = []

  init(_ snapshot: StateSnapshot) {
    records = Array(snapshot.records.values)
    var positions: [InstanceID: Int] = [:]
    var current: [ResourceAddress: Int] = [:]
    positions.reserveCapacity(records.count)
    current.reserveCapacity(records.count)
    for position in records.indices {
      positions[records[position].instance] = position
      guard records[position].status == .current else { continue }
      if let other = current.updateValue(position, forKey: records[position].address) {
        ambiguousAddresses.append(records[position].address)
        if records[other].generation > records[position].generation { current[records[position].address] = other }
      }
    }
    positionByInstance = positions
    currentByAddress = current
  }

  /// The positions of the records whose instances a record's edges name; instances that are gone are left out.
  func producers(of position: Int) -> [(position: Int, edge: RecordedEdge)] {
    records[position].edges.compactMap { edge in positionByInstance[edge.instance].map { ($0, edge) } }
  }

  /// Positions in the order in which people and files see them.
  func sorted(_ positions: some Sequence<Int>) -> [Int] {
    AddressOrder(positions, address: { records[$0].address }, number: { records[$0].generation }).positions
  }
}
