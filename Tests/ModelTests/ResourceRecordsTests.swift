import StrataModel
import Testing

@Suite("The records of a state")
struct ResourceRecordsTests {
  private static func record(_ instance: String, generation: Int = 1) -> ResourceRecord {
    ResourceRecord(
      address: "a/b", type: "AWS::SNS::Topic", placement: Placement(account: "123456789012", region: "us-east-1"),
      instance: InstanceID(instance), generation: generation, source: SourceLocation(fileID: "S.swift", line: 1))
  }

  @Test("Records are found, set, replaced and removed as in a dictionary, in whatever order", arguments: 1...20)
  func dictionary(seed: UInt64) {
    var random = seed
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    var records = ResourceRecords()
    var expected: [InstanceID: ResourceRecord] = [:]
    for generation in 0..<400 {
      let record = Self.record("i\(next(30))", generation: generation)
      switch next(4) {
      case 0:
        let former = expected.updateValue(record, forKey: record.instance)
        #expect(records.updateValue(record, forKey: record.instance) == former)
      case 1:
        let former = expected.removeValue(forKey: record.instance)
        #expect(records.removeValue(forKey: record.instance) == former)
      case 2:
        expected[record.instance]?.status = .deposed
        records[record.instance]?.status = .deposed
      default:
        let isSet = next(2) == 0
        expected[record.instance] = isSet ? record : nil
        records[record.instance] = isSet ? record : nil
      }
      #expect(records.count == expected.count && records.isEmpty == expected.isEmpty)
      #expect(Set(records.keys) == Set(expected.keys))
      for (instance, record) in expected {
        #expect(records[instance] == record)
        #expect(records.position(of: instance).map { records.values[$0] } == record)
      }
      for (instance, record) in records { #expect(expected[instance] == record) }
    }
  }

  @Test("Equal records are equal in whatever order they came")
  func equality() {
    var forward = ResourceRecords()
    var backward = ResourceRecords()
    for number in 0..<5 { forward[InstanceID("\(number)")] = Self.record("\(number)") }
    for number in (0..<5).reversed() { backward[InstanceID("\(number)")] = Self.record("\(number)") }
    #expect(forward == backward && forward.hashValue == backward.hashValue)
    backward["3"]?.status = .deposed
    #expect(forward != backward)
    backward["3"] = nil
    #expect(forward != backward)
  }

  @Test("Records stay in the order in which they came, until one is removed: the last takes its place")
  func order() {
    var records = ResourceRecords()
    for number in 0..<5 { records[InstanceID("\(number)")] = Self.record("\(number)") }
    #expect(records.keys.map(\.text) == ["0", "1", "2", "3", "4"])
    records["1"] = nil
    #expect(records.keys.map(\.text) == ["0", "4", "2", "3"])
  }
}
