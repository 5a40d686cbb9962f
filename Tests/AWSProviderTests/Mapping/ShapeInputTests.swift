import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Documents to shapes")
struct ShapeInputTests {
  /// A property's value, the member that takes it, and what goes there.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var service: String
    var operation: String
    var member: String
    var value: PropertyValue
    var result: AWSValue

    init(
      _ description: String, _ service: String, _ operation: String, _ member: String, _ value: PropertyValue, _ result: AWSValue
    ) {
      testDescription = description
      self.service = service
      self.operation = operation
      self.member = member
      self.value = value
      self.result = result
    }
  }

  static let scalars = [
    Row("text stays text", "kms", "CreateKey", "Description", "a", "a"),
    Row("a number where text is wanted", "ec2", "CreateVpc", "CidrBlock", 10, "10"),
    Row("a flag where text is wanted", "ec2", "CreateVpc", "CidrBlock", true, "true"),
    Row("text where a whole number is wanted", "logs", "PutRetentionPolicy", "retentionInDays", "30", 30),
    Row("a whole number in the form of a fraction", "logs", "PutRetentionPolicy", "retentionInDays", 30.0, 30),
    Row("text where a fraction is wanted", "cloudwatch", "PutMetricAlarm", "Threshold", "0.5", 0.5),
    Row("a whole number where a fraction is wanted", "cloudwatch", "PutMetricAlarm", "Threshold", 5, 5.0),
    Row("text where a flag is wanted", "kms", "CreateKey", "MultiRegion", "true", true),
    Row("a moment as text", "scheduler", "CreateSchedule", "StartDate", "2026-01-01T00:00:00Z", .timestamp(1_767_225_600)),
    Row("a day as text", "scheduler", "CreateSchedule", "StartDate", "2026-01-01", .timestamp(1_767_225_600)),
    Row("a moment as seconds", "scheduler", "CreateSchedule", "StartDate", 1_767_225_600, .timestamp(1_767_225_600)),
    Row("text where bytes are wanted", "lambda", "CreateFunction", "Code.ZipFile", "ab", .blob([97, 98])),
  ]

  static let documents = [
    Row("a document where text is wanted", "iam", "CreateRole", "AssumeRolePolicyDocument", ["b": [1], "a": true], #"{"a":true,"b":[1]}"#),
    Row("a list where text is wanted", "iam", "CreateRole", "AssumeRolePolicyDocument", [1, "x"], #"[1,"x"]"#),
    Row("a policy that is text already", "iam", "CreateRole", "AssumeRolePolicyDocument", "{}", "{}"),
    Row("one element where a list is wanted", "ec2", "DescribeVpcs", "VpcIds", "vpc-1", ["vpc-1"]),
    Row(
      "members whose names differ in case", "logs", "PutMetricFilter", "metricTransformations", [["MetricName": "m", "MetricValue": 1]],
      [["metricName": "m", "metricValue": "1"]]),
  ]

  static let tags = [
    Row("a list of tags to a list", "iam", "TagRole", "Tags", [["Key": "a", "Value": "1"]], [["Key": "a", "Value": "1"]]),
    Row("a list of tags to a map", "logs", "TagResource", "tags", [["Key": "a", "Value": "1"], ["Key": "b"]], ["a": "1", "b": ""]),
    Row("a map of tags to a list", "iam", "TagRole", "Tags", ["a": "1"], [["Key": "a", "Value": "1"]]),
    Row("a map of tags to a map", "logs", "TagResource", "tags", ["a": 1], ["a": "1"]),
    Row("KMS's names of tags", "kms", "TagResource", "Tags", [["Key": "a", "Value": "1"]], [["TagKey": "a", "TagValue": "1"]]),
    Row(
      "CloudFront's counted lists", "cloudfront", "UpdateDistribution", "DistributionConfig.Aliases", ["a.example.com", "b.example.com"],
      ["Quantity": 2, "Items": ["a.example.com", "b.example.com"]]),
    Row("CloudFront's empty list", "cloudfront", "UpdateDistribution", "DistributionConfig.Aliases", [], ["Quantity": 0]),
  ]

  static let misfits = [
    Row("words for a number", "logs", "PutRetentionPolicy", "retentionInDays", "many", "many"),
    Row("a fraction for a whole number", "logs", "PutRetentionPolicy", "retentionInDays", 1.5, 1.5),
    Row("words for a flag", "kms", "CreateKey", "MultiRegion", "yes", "yes"),
    Row("words for a moment", "scheduler", "CreateSchedule", "StartDate", "soon", "soon"),
    Row("text for a structure", "cloudfront", "UpdateDistribution", "DistributionConfig", "x", "x"),
    Row("a list for a structure", "scheduler", "CreateSchedule", "Target", ["x"], ["x"]),
    Row(
      "a member that nobody knows", "scheduler", "CreateSchedule", "Target", ["Arn": "a", "Colour": "red"], ["Arn": "a", "Colour": "red"]),
  ]

  @Test("Values take the form of their shape", arguments: scalars + documents + tags)
  func converts(_ row: Row) throws {
    #expect(ShapeInput.value(row.value, try inputShape(row.service, row.operation, row.member)) == row.result)
  }

  @Test("What does not fit is passed on as it is, so that the client says what is wrong", arguments: misfits)
  func passesOn(_ row: Row) throws {
    #expect(ShapeInput.value(row.value, try inputShape(row.service, row.operation, row.member)) == row.result)
  }

  @Test("The client names the member that does not fit")
  func clientRefuses() async throws {
    let error = await #expect(throws: AWSError.self) {
      try await ServiceScript().call("logs", "PutRetentionPolicy", ["logGroupName": "a", "retentionInDays": "many"])
    }
    #expect(error?.kind == .invalidInput)
    #expect(error?.message.contains("retentionInDays") == true)
  }

  @Test("An operation gets the properties that it has members for, under their new names, and no nulls")
  func members() throws {
    let shape = try inputShape("kms", "CreateKey", "")
    let properties: PropertyObject = [
      "Description": "a", "KeyPolicy": [:], "EnableKeyRotation": true, "KeySpec": .null, "Origin": "AWS_KMS",
    ]
    let members = ShapeInput(renaming: ["KeyPolicy": "Policy"], omitting: ["Origin"]).members(of: shape, from: properties)
    #expect(members == ["Description": "a", "Policy": "{}"])
  }
}
