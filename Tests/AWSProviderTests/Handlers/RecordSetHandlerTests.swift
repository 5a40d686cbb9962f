import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Records")
struct RecordSetHandlerTests {
  private let record = ResourceFixture("AWS::Route53::RecordSet")
  private let declaration: PropertyObject = [
    "HostedZoneId": "Z1", "Name": "www.example.com", "Type": "A", "TTL": "300", "ResourceRecords": ["192.0.2.1", "192.0.2.2"],
  ]
  private let set: AWSValue = [
    "Name": "www.example.com", "Type": "A", "TTL": 300, "ResourceRecords": [["Value": "192.0.2.1"], ["Value": "192.0.2.2"]],
  ]

  private func change(_ action: AWSValue, _ set: AWSValue) -> SentCall {
    SentCall(
      "route53:ChangeResourceRecordSets",
      ["HostedZoneId": "Z1", "ChangeBatch": ["Changes": [["Action": action, "ResourceRecordSet": set]]]])
  }

  private let question = SentCall(
    "route53:ListResourceRecordSets", ["HostedZoneId": "Z1", "StartRecordName": "www.example.com", "StartRecordType": "A"])

  @Test("A new record is a CREATE, so that one that is there is refused")
  func create() async throws {
    let object = try await record.create(declaration).object
    record.expectCalls(change("CREATE", set))
    #expect(object?.identifier == "Z1|www.example.com|A")
    record.refuse(
      "route53:ChangeResourceRecordSets", "InvalidChangeBatch", "Tried to create resource record set but it already exists")
    #expect(await failure { () throws(ProviderError) in try await record.create(declaration) }?.code == .alreadyExists)
  }

  @Test("A zone may be given by its name, if one zone has it")
  func zoneByName() async throws {
    var declaration = declaration
    declaration["HostedZoneId"] = nil
    declaration["HostedZoneName"] = "example.com"
    record.answer("route53:ListHostedZonesByName", ["HostedZones": [["Name": "example.com.", "Id": "/hostedzone/Z1"]]])
    #expect(try await record.create(declaration).object?.identifier == "Z1|www.example.com|A")
    record.answer(
      "route53:ListHostedZonesByName",
      ["HostedZones": [["Name": "example.com.", "Id": "/hostedzone/Z1"], ["Name": "example.com.", "Id": "/hostedzone/Z2"]]])
    #expect(await failure { () throws(ProviderError) in try await record.create(declaration) }?.code == .invalidRequest)
  }

  @Test("An alias says whether its target's health counts, also where the declaration does not")
  func alias() async throws {
    let target: PropertyValue = ["DNSName": "LB.example.com.", "HostedZoneId": "Z2"]
    let object = try await record.create(["HostedZoneId": "Z1", "Name": "example.com", "Type": "A", "AliasTarget": target]).object
    record.expectCalls(
      change(
        "CREATE",
        [
          "Name": "example.com", "Type": "A",
          "AliasTarget": ["DNSName": "LB.example.com.", "HostedZoneId": "Z2", "EvaluateTargetHealth": false],
        ]))
    #expect(object?.properties["AliasTarget"]?["DNSName"] == "lb.example.com")
  }

  @Test("A changed record is an UPSERT of the whole set")
  func update() async throws {
    var wanted = declaration
    wanted["TTL"] = "60"
    wanted["ResourceRecords"] = ["192.0.2.1"]
    try await record.update("Z1|www.example.com|A", from: declaration, to: wanted)
    record.expectChanges(
      change("UPSERT", ["Name": "www.example.com", "Type": "A", "TTL": 60, "ResourceRecords": [["Value": "192.0.2.1"]]]))
  }

  @Test("A change of the type is another record, and refused here")
  func otherType() async {
    let wanted = declaration.merging(["Type": "AAAA"])
    let error = await failure { () throws(ProviderError) in
      try await record.update("Z1|www.example.com|A", from: declaration, to: wanted)
    }
    #expect(error?.code == .invalidRequest)
    record.expectCalls()
  }

  @Test("A deletion repeats the record as it stands, not as it was declared")
  func delete() async throws {
    let drifted: AWSValue = ["Name": "www.example.com.", "Type": "A", "TTL": 5, "ResourceRecords": [["Value": "203.0.113.1"]]]
    record.answer("route53:ListResourceRecordSets", ["ResourceRecordSets": [drifted]])
    #expect(try await record.delete("Z1|www.example.com|A", declaration) == .gone)
    record.expectCalls(question, change("DELETE", drifted))
  }

  @Test("Where the next record of the zone answers, there is none of the name")
  func absent() async throws {
    record.answer("route53:ListResourceRecordSets", ["ResourceRecordSets": [["Name": "xxx.example.com.", "Type": "A"]]])
    #expect(try await record.delete("Z1|www.example.com|A") == .gone)
    record.expectCalls(question)
    #expect(await failure { () throws(ProviderError) in try await record.read("Z1|www.example.com|A") }?.code == .notFound)
  }

  @Test("A read compares names without case and root, and an asterisk as Route 53 writes it")
  func read() async throws {
    record.answer(
      "route53:ListResourceRecordSets",
      ["ResourceRecordSets": [["Name": "\\052.Example.com.", "Type": "A", "TTL": 300, "ResourceRecords": [["Value": "192.0.2.1"]]]]])
    let expected: PropertyObject = [
      "HostedZoneId": "Z1", "Name": "*.example.com", "Type": "A", "TTL": "300", "ResourceRecords": ["192.0.2.1"],
      "Id": "Z1|*.example.com|A",
    ]
    #expect(try await record.read("Z1|*.example.com|A") == expected)
  }
}
