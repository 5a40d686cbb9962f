import StrataModel
import Testing

@Suite("Assumptions of use")
struct UsageAssumptionTests {
  @Test("What is said of a component goes before what is said of its stack, that before what is said of all, that before the default")
  func precedence() {
    var usage = UsageAssumptions()
    #expect(usage.value(of: .s3Storage, at: "data/logs/bucket") == (UsageKind.s3Storage.defaultValue, false))
    usage.set([.s3Storage: 1])
    usage.set([.s3Storage: 2], of: "data")
    usage.set([.s3Storage: 3], of: "data/logs")
    #expect(usage.value(of: .s3Storage, at: "data/logs/bucket").quantity == 3)
    #expect(usage.value(of: .s3Storage, at: "data/files/bucket").quantity == 2)
    #expect(usage.value(of: .s3Storage, at: "data-2/files").quantity == 1)
    #expect(usage.value(of: .s3Storage, at: "data/logs/bucket").isDeclared)
    #expect(usage.value(of: .s3Writes, at: "data/logs/bucket").isDeclared == false)
  }

  @Test("Every kind has a unit and says what is counted", arguments: UsageKind.allCases)
  func kinds(kind: UsageKind) {
    #expect(!kind.unit.isEmpty)
    #expect(kind.meaning.count > 10)
    #expect(kind.defaultValue >= .zero)
  }
}
