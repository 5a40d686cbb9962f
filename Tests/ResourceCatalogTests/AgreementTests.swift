import ResourceCatalog
import Testing

/// Documents that were made and spoiled at random, and what cfn-lint says of them (Scripts/generate-fixtures.py).
@Suite("Agreement with cfn-lint")
struct AgreementTests {
  /// What we refuse and cfn-lint takes, on purpose; nothing is the other way round.
  static let stricter: [String: RuleViolation.Code] = [
    // EventBridge Scheduler refuses an expression of another form; cfn-lint does not look at it.
    "AWS::Scheduler::Schedule": .invalidSchedule,
    // cfn-lint takes a path to a local file here, which only `aws cloudformation package` understands.
    "AWS::Lambda::Function": .wrongType,
  ]

  @Test("We refuse what cfn-lint refuses and take what it takes, but for listed differences")
  func documents() throws {
    var types: Set<String> = []
    var judged = 0
    var refused = 0
    for row in try JSONFixture.named("documents.json").elements {
      let name = try #require(row["type"]?.text)
      let document = try #require(row["document"])
      let errors = try #require(row["errors"]).elements.compactMap(\.text)
      let type = try #require(ResourceCatalog.aws.type(name))
      let found = type.violations(in: document).filter { $0.severity == .error }
      types.insert(name)
      judged += 1
      if !errors.isEmpty { refused += 1 }
      if errors.isEmpty, !found.isEmpty, let code = Self.stricter[name], found.allSatisfy({ $0.code == code }) { continue }
      #expect(errors.isEmpty == found.isEmpty, "\(name): cfn-lint \(errors), we \(found.map(\.message)), document \(document)")
    }
    #expect(types.count >= 145)
    #expect(judged >= 900)
    #expect(refused >= 300 && judged - refused >= 300)
  }

  @Test("Nothing is reported as wrong where a value is not known yet")
  func unknownsAreAccepted() throws {
    for row in try JSONFixture.named("documents.json").elements {
      let name = try #require(row["type"]?.text)
      let type = try #require(ResourceCatalog.aws.type(name))
      guard case .object(let fields)? = row["document"], row["errors"]?.elements.isEmpty == true else { continue }
      let hidden = LiteralValue.object(fields.map { LiteralValue.Field(key: $0.key, value: .unknown(.any)) })
      let found = type.violations(in: hidden).filter { $0.severity == .error }
      #expect(found.isEmpty, "\(name): \(found.map(\.message))")
    }
  }
}
