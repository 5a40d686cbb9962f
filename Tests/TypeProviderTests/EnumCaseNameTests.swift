import ResourceCatalog
import Testing
import TypeProvider

@Suite("Names of enumeration cases")
struct EnumCaseNameTests {
  @Test(
    "A value becomes a readable static member",
    arguments: [
      ("aws:kms", "awsKms"), ("HTTP_301", "http301"), ("NONE", "noneValue"), ("some", "someValue"), ("raw", "rawValue"),
      ("ECSServiceAverageCPUUtilization", "ecsServiceAverageCpuUtilization"), ("TLSv1.2_2021", "tlsv1_2_2021"), ("x86_64", "x86_64"),
      ("t2.micro", "t2Micro"), ("PAY_PER_REQUEST", "payPerRequest"), ("RSA_2048", "rsa2048"), ("ap-northeast-1", "apNortheast1"),
      ("dynamodb:table:ReadCapacityUnits", "dynamodbTableReadCapacityUnits"), ("1", "_1"), ("-1", "minus1"), ("*", "wildcard"),
      (">=", "greaterThanOrEqual"), ("", "empty"), ("python3.12", "python3_12"), ("init", "initValue"), ("Type", "typeValue"),
      ("default", "default"), ("self", "selfValue"),
    ])
  func names(value: String, name: String) {
    #expect(EnumCaseName.name(for: value) == name)
  }

  @Test("Values whose names would be equal are told apart by a number")
  func collisions() {
    #expect(EnumCaseName.names(for: ["a-b", "a_b", "aB", "c"]) == ["aB", "aB2", "aB3", "c"])
  }

  @Test("Swift's words are escaped where they are declared")
  func keywords() {
    #expect(SwiftIdentifier.escaped("default") == "`default`")
    #expect(SwiftIdentifier.escaped("in") == "`in`")
    #expect(SwiftIdentifier.escaped("name") == "name")
  }
}
