import StrataCloudFormation
import StrataModel
import Testing

@Suite("Between templates")
struct BetweenTemplatesTests {
  @Test("of one account and region a value is exported and imported, a list as one text")
  func imports() {
    let export = export(
      resource("dns/zone", "AWS::Route53::HostedZone", ["Name": "example.org"]),
      resource("web/a", "AWS::SSM::Parameter", ["Value": attribute("dns/zone", "Id")]),
      resource("web/b", "AWS::SSM::Parameter", ["Value": call(.join, " ", attribute("dns/zone", "NameServers"))]),
      resource("web/c", "AWS::SSM::Parameter", ["Value": call(.concatenate, "zone/", attribute("dns/zone", "Id"))]))
    #expect(export.order == ["test-dns", "test-web"])
    #expect(
      export.template("test-dns")["Outputs"] == [
        "ZoneId": [
          "Description": "Id of dns/zone, for other stacks", "Export": ["Name": "test-dns:ZoneId"], "Value": ["Ref": "Zone"],
        ],
        "ZoneNameServers": [
          "Description": "NameServers of dns/zone, for other stacks", "Export": ["Name": "test-dns:ZoneNameServers"],
          "Value": ["Fn::Join": [",", ["Fn::GetAtt": ["Zone", "NameServers"]]]],
        ],
      ])
    #expect(export.property("Value", of: "A", in: "test-web") == ["Fn::ImportValue": "test-dns:ZoneId"])
    #expect(
      export.property("Value", of: "B", in: "test-web")
        == ["Fn::Join": [" ", ["Fn::Split": [",", ["Fn::ImportValue": "test-dns:ZoneNameServers"]]]]])
    #expect(export.property("Value", of: "C", in: "test-web") == ["Fn::Join": ["", ["zone/", ["Fn::ImportValue": "test-dns:ZoneId"]]]])
    #expect(export.template("test-web")["Parameters"] == nil)
    #expect(export.step("test-web")?["after"] == ["111111111111/us-east-1/test-dns.json"])
  }

  @Test("of other regions a value is a parameter that says where it comes from")
  func parameters() {
    let export = export(
      resource("main/key", "AWS::KMS::Key"),
      resource("main/replica", "AWS::KMS::ReplicaKey", ["PrimaryKeyArn": attribute("main/key", "Arn")], region: "us-west-2"))
    let replica = export.template("test-main", region: "us-west-2")
    #expect(
      replica["Parameters"] == [
        "MainKeyArn": [
          "Description": "Arn of main/key in 111111111111/us-east-1: output KeyArn of stack test-main", "Type": "String",
        ]
      ])
    #expect(export.property("PrimaryKeyArn", of: "Replica", region: "us-west-2") == ["Ref": "MainKeyArn"])
    // Nothing can import it, so it is not exported.
    #expect(
      export.template("test-main")["Outputs"]
        == ["KeyArn": ["Description": "Arn of main/key, for other stacks", "Value": ["Fn::GetAtt": ["Key", "Arn"]]]])
    let steps = export.manifest["steps"]?.elements ?? []
    #expect(steps.map { $0["template"] } == ["111111111111/us-east-1/test-main.json", "111111111111/us-west-2/test-main.json"])
    #expect(
      steps.last?["parameters"]?.elements.first?["from"] == ["output": "KeyArn", "template": "111111111111/us-east-1/test-main.json"])
  }

  @Test("of other accounts what the program says itself needs nobody to carry it")
  func declared() {
    let export = export(
      resource("logs/bucket", "AWS::S3::Bucket", ["BucketName": "central-logs"], account: "222222222222"),
      resource("main/reader", "AWS::SSM::Parameter", ["Value": attribute("logs/bucket", "BucketName")]))
    #expect(export.property("Value", of: "Reader") == "central-logs")
    #expect(export.step("test-main")?["after"] == ["222222222222/us-east-1/test-logs.json"])
  }

  @Test("that need each other, some are in parts, and each follows what it needs")
  func parts() {
    func bucket(_ name: String, to copies: ResourceAddress? = nil, region: String) -> ResourceNode {
      resource(
        ResourceAddress("data/\(name)"), "AWS::S3::Bucket", copies.map { ["Destination": attribute($0, "Arn")] } ?? [:], region: region)
    }
    let export = export(
      bucket("copies-east", region: "us-east-1"), bucket("copies-west", region: "us-west-2"),
      bucket("documents-east", to: "data/copies-west", region: "us-east-1"),
      bucket("documents-west", to: "data/copies-east", region: "us-west-2"))
    #expect(export.codes == ["stack-in-parts"])
    #expect(!export.diagnostics.containsErrors)
    #expect(export.templates.count == 3)
    var seen: Set<PropertyValue> = []
    for step in export.manifest["steps"]?.elements ?? [] {
      for needed in step["after"]?.elements ?? [] { #expect(seen.contains(needed)) }
      if let template = step["template"] { seen.insert(template) }
    }
    #expect(export.templates.reduce(0) { $0 + $1.resourceCount } == 4)
  }

  @Test("outputs are in the last template that they need")
  func outputs() {
    let export = export(
      resource("a/topic", "AWS::SNS::Topic"), resource("b/queue", "AWS::SQS::Queue", after: ["a/topic"]),
      outputs: [
        output("a/both", call(.concatenate, attribute("a/topic", "TopicArn"), " ", attribute("b/queue", "Arn"))),
        output("a/plain", 5),
        output("a/token", attribute("a/topic", "TopicArn"), isSensitive: true),
        output("none/text", "x"),
      ])
    #expect(
      export.template("test-b").value(at: "Outputs", "Both", "Value")
        == ["Fn::Join": ["", [["Fn::ImportValue": "test-a:TopicTopicArn"], " ", ["Fn::GetAtt": ["Queue", "Arn"]]]]])
    #expect(export.template("test-a").value(at: "Outputs", "Plain", "Value") == "5")
    let outputs = export.manifest["outputs"]?.elements ?? []
    #expect(outputs.map { $0["output"]?.stringValue } == ["Both", "Plain", nil, nil])
    #expect(outputs.allSatisfy { ($0["output"] == nil) == ($0["leftOut"] != nil) })
  }
}
