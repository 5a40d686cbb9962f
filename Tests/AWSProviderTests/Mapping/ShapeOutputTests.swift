import ResourceCatalog
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Shapes to documents")
struct ShapeOutputTests {
  /// An answer's value, the property that shows it, and what stands there; `nil` where nothing does.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var type: String
    var property: String
    var value: AWSValue
    var result: PropertyValue?

    init(_ description: String, _ type: String, _ property: String, _ value: AWSValue, _ result: PropertyValue?) {
      testDescription = description
      self.type = "AWS::" + type
      self.property = property
      self.value = value
      self.result = result
    }
  }

  static let scalars = [
    Row("text", "KMS::Key", "Description", "a", "a"),
    Row("a number that the schema has as text", "KMS::Key", "Description", 10, "10"),
    Row("a whole fraction that the schema has as text", "KMS::Key", "Description", 10.0, "10"),
    Row("a moment as text", "KMS::Key", "Description", .timestamp(1_767_225_600), "2026-01-01T00:00:00Z"),
    Row("bytes as text", "KMS::Key", "Description", .blob([97, 98]), "ab"),
    Row("a structure that the schema has as text", "KMS::Key", "Description", ["b": 1, "a": [true]], #"{"a":[true],"b":1}"#),
    Row("a number", "Logs::LogGroup", "RetentionInDays", 7, 7),
    Row("a number that the API gives as text", "Logs::LogGroup", "RetentionInDays", "7", 7),
    Row("words where a number should be", "Logs::LogGroup", "RetentionInDays", "many", nil),
    Row("a moment as seconds", "Logs::LogGroup", "RetentionInDays", .timestamp(7.9), 7),
    Row("a flag", "KMS::Key", "MultiRegion", true, true),
    Row("a flag as text", "KMS::Key", "MultiRegion", "TRUE", true),
    Row("words where a flag should be", "KMS::Key", "MultiRegion", "maybe", nil),
    Row("a fraction", "CloudWatch::Alarm", "Threshold", 0.5, 0.5),
    Row("a whole fraction", "CloudWatch::Alarm", "Threshold", 5.0, 5),
    Row("a fraction as text", "CloudWatch::Alarm", "Threshold", "0.5", 0.5),
  ]

  static let documents = [
    Row("JSON as text", "KMS::Key", "KeyPolicy", #"{"Version":"2012-10-17","Statement":[]}"#, ["Version": "2012-10-17", "Statement": []]),
    Row(
      "a policy as IAM encodes it", "IAM::Role", "AssumeRolePolicyDocument", "%7B%22Version%22%3A%222012-10-17%22%7D",
      ["Version": "2012-10-17"]),
    Row("text that is no JSON", "IAM::Role", "AssumeRolePolicyDocument", "hello", "hello"),
    Row("text that is a JSON number", "IAM::Role", "AssumeRolePolicyDocument", "12", "12"),
  ]

  static let lists = [
    Row("texts", "IAM::Role", "ManagedPolicyArns", ["a", "b"], ["a", "b"]),
    Row("tags", "IAM::Role", "Tags", [["Key": "a", "Value": "1"]], [["Key": "a", "Value": "1"]]),
    Row("tags under KMS's names", "KMS::Key", "Tags", [["TagKey": "a", "TagValue": "1"]], [["Key": "a", "Value": "1"]]),
    Row("tags under names in lower case", "IAM::Role", "Tags", [["key": "a", "value": "1"]], [["Key": "a", "Value": "1"]]),
    Row(
      "a map of tags as a list", "Logs::LogGroup", "Tags", ["b": "2", "a": "1"], [["Key": "a", "Value": "1"], ["Key": "b", "Value": "2"]]),
    Row("a list of tags as a map", "SSM::Parameter", "Tags", [["Key": "a", "Value": "1"]], ["a": "1"]),
    Row("a map of tags as a map", "SSM::Parameter", "Tags", ["a": "1"], ["a": "1"]),
    Row("text where a list should be", "IAM::Role", "ManagedPolicyArns", "a", nil),
  ]

  @Test("Answers take the form of their schema", arguments: scalars + documents + lists)
  func converts(_ row: Row) throws {
    #expect(ShapeOutput.value(row.value, try propertySchema(row.type, row.property)) == row.result)
  }

  @Test("CloudFront's counted lists become plain ones, empty ones too")
  func countedLists() throws {
    let schema = try propertySchema("AWS::CloudFront::Distribution", "DistributionConfig")
    let shown = ShapeOutput.value(["Enabled": true, "Aliases": ["Quantity": 1, "Items": ["a.example.com"]]], schema)
    #expect(shown == ["Enabled": true, "Aliases": ["a.example.com"]])
    #expect(ShapeOutput.value(["Aliases": ["Quantity": 0]], schema) == ["Aliases": []])
  }

  @Test("A document shows what the schema knows and the answer has, and nothing else")
  func properties() throws {
    let schema = try #require(ResourceCatalog.aws.type("AWS::Logs::LogGroup")).schema
    let answer: AWSValue = [
      "logGroupName": "app", "storedBytes": 12, "retentionInDays": .null, "kmsKeyId": "key", "logGroupClass": "STANDARD",
    ]
    let document = ShapeOutput(renaming: ["Arn": "kmsKeyId"], omitting: ["LogGroupClass"]).properties(of: schema, from: answer)
    #expect(document == ["LogGroupName": "app", "KmsKeyId": "key", "Arn": "key"])
    #expect(ShapeOutput().properties(of: schema, from: .null) == [:])
  }

  @Test("Tags of AWS itself never stand in a document")
  func reservedTags() throws {
    let schema = try #require(ResourceCatalog.aws.type("AWS::IAM::Role"))
    let call = ResourceCall(schema: schema, placement: Placement(account: "123456789012", region: "eu-central-1"), caller: ServiceScript())
    let answer: AWSValue = ["Tags": [["Key": "aws:cloudformation:stack-id", "Value": "x"], ["Key": "team", "Value": "core"]]]
    #expect(call.document(answer) == ["Tags": [["Key": "team", "Value": "core"]]])
  }

  @Test("What goes to an API and comes back is what was declared")
  func thereAndBack() throws {
    let policy: PropertyValue = ["Version": "2012-10-17", "Statement": [["Effect": "Allow", "Action": "s3:*", "Resource": "*"]]]
    let sent = ShapeInput.value(policy, try inputShape("kms", "PutKeyPolicy", "Policy"))
    #expect(ShapeOutput.value(sent, try propertySchema("AWS::KMS::Key", "KeyPolicy")) == policy)
    let tags: PropertyValue = [["Key": "a", "Value": "1"], ["Key": "b", "Value": ""]]
    let sentTags = ShapeInput.value(tags, try inputShape("logs", "TagResource", "tags"))
    #expect(ShapeOutput.value(sentTags, try propertySchema("AWS::Logs::LogGroup", "Tags")) == tags)
  }
}
