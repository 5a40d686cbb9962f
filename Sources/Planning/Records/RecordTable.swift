import StrataModel

/// The records of a state by position, with the ways to find them.
///
/// Positions have no order that means anything: what shows in a plan is sorted before.
struct RecordTable {
  private let all: ResourceRecords
  /// The current record of each address.
  private(set) var currentByAddress: [ResourceAddress: Int] = [:]
  /// Addresses with more than one current record, which no sound state has.
  private(set) var ambiguousAddresses: [ResourceAddress] = []

  var records: [ResourceRecord] { all.values }

  init(_ snapshot: StateSnapshot) {
    all = snapshot.records
    currentByAddress.reserveCapacity(all.count)
    for (position, record) in all.values.enumerated() where record.status == .current {
      guard let other = currentByAddress.updateValue(position, forKey: record.address) else { continue }
      ambiguousAddresses.append(record.address)
      if all.values[other].generation > record.generation { currentByAddress[record.address] = other }
    }
  }

  func position(of instance: InstanceID) -> Int? { all.position(of: instance) }

  /// The positions of the records whose instances a record's edges name; instances that are gone are left out.
  func producers(of position: Int) -> [(position: Int, edge: RecordedEdge)] {
    records[position].edges.compactMap { edge in self.position(of: edge.instance).map { ($0, edge) } }
  }

  /// Positions in the order in which people and files see them.
  func sorted(_ positions: some Sequence<Int>) -> [Int] {
    AddressOrder(positions, address: { records[$0].address }, number: { records[$0].generation }).positions
  }
}
