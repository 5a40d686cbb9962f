import StrataCloudFormation
import StrataModel
import Testing

@Suite("A template")
struct TemplateTests {
  @Test("has the whole text that CloudFormation takes")
  func text() {
    var lifecycle = Lifecycle()
    lifecycle.isProtected = true
    let export = export(
      resource("storage/logs/key", "AWS::KMS::Key", ["EnableKeyRotation": true], lifecycle: lifecycle),
      resource(
        "storage/logs-tls-only", "AWS::KMS::Alias", ["AliasName": "alias/logs", "TargetKeyId": attribute("storage/logs/key", "KeyId")]),
      outputs: [output("storage/key-arn", attribute("storage/logs/key", "Arn"))])
    #expect(export.diagnostics.isEmpty)
    #expect(export.templates.map(\.file) == ["111111111111/us-east-1/test-storage.json"])
    #expect(
      export.templates.first?.text == """
        {
          "AWSTemplateFormatVersion": "2010-09-09",
          "Description": "Stack 'storage' of environment 'test'",
          "Outputs": {
            "KeyArn": {
              "Description": "Output storage/key-arn",
              "Value": {
                "Fn::GetAtt": [
                  "LogsKey",
                  "Arn"
                ]
              }
            }
          },
          "Resources": {
            "LogsKey": {
              "DeletionPolicy": "Retain",
              "Metadata": {
                "Strata": {
                  "Address": "storage/logs/key",
                  "Source": "Test/Stack.swift:7"
                }
              },
              "Properties": {
                "EnableKeyRotation": true
              },
              "Type": "AWS::KMS::Key",
              "UpdateReplacePolicy": "Retain"
            },
            "LogsTlsOnly": {
              "Metadata": {
                "Strata": {
                  "Address": "storage/logs-tls-only",
                  "Source": "Test/Stack.swift:7"
                }
              },
              "Properties": {
                "AliasName": "alias/logs",
                "TargetKeyId": {
                  "Ref": "LogsKey"
                }
              },
              "Type": "AWS::KMS::Alias"
            }
          }
        }

        """)
  }

  /// A type, an attribute, and what CloudFormation reads it by.
  struct Attribute: Sendable, CustomTestStringConvertible {
    var type: String
    var name: String
    var written: PropertyValue
    var testDescription: String { "\(name) of \(type)" }
  }

  static let attributes: [Attribute] = [
    Attribute(type: "AWS::S3::Bucket", name: "BucketName", written: ["Ref": "Thing"]),
    Attribute(type: "AWS::S3::Bucket", name: "Arn", written: ["Fn::GetAtt": ["Thing", "Arn"]]),
    Attribute(type: "AWS::EC2::VPC", name: "VpcId", written: ["Ref": "Thing"]),
    Attribute(type: "AWS::SNS::Topic", name: "TopicArn", written: ["Ref": "Thing"]),
    Attribute(type: "AWS::EC2::SecurityGroup", name: "GroupId", written: ["Ref": "Thing"]),
    Attribute(type: "AWS::EC2::EIP", name: "AllocationId", written: ["Fn::GetAtt": ["Thing", "AllocationId"]]),
    Attribute(type: "AWS::EC2::EIP", name: "PublicIp", written: ["Ref": "Thing"]),
    // `Ref` answers the name although the ARN is the primary identifier.
    Attribute(type: "AWS::Events::Rule", name: "Arn", written: ["Fn::GetAtt": ["Thing", "Arn"]]),
    Attribute(type: "AWS::Cognito::UserPoolClient", name: "ClientId", written: ["Ref": "Thing"]),
    Attribute(type: "AWS::ECS::Service", name: "ServiceArn", written: ["Ref": "Thing"]),
    Attribute(type: "AWS::WAFv2::WebACL", name: "Id", written: ["Fn::GetAtt": ["Thing", "Id"]]),
    Attribute(type: "AWS::SQS::Queue", name: "QueueUrl", written: ["Ref": "Thing"]),
    Attribute(type: "AWS::SQS::Queue", name: "QueueName", written: ["Fn::GetAtt": ["Thing", "QueueName"]]),
    Attribute(type: "AWS::RDS::DBInstance", name: "Endpoint.Address", written: ["Fn::GetAtt": ["Thing", "Endpoint.Address"]]),
  ]

  @Test("reads an attribute by Ref or Fn::GetAtt, as the type answers", arguments: attributes)
  func reference(to attribute: Attribute) {
    let export = export(
      resource("main/thing", attribute.type),
      resource("main/reader", "AWS::SSM::Parameter", ["Value": .reference(Reference("main/thing", attribute.name))]))
    #expect(export.property("Value", of: "Reader") == attribute.written)
    #expect(export.diagnostics.isEmpty)
  }

  @Test("repeats an input that CloudFormation does not give back, and waits for its resource")
  func declaredInput() {
    let export = export(
      resource("main/key", "AWS::KMS::Key", ["Description": "logs"]),
      resource("main/reader", "AWS::SSM::Parameter", ["Value": attribute("main/key", "Description")]))
    #expect(export.property("Value", of: "Reader") == "logs")
    #expect(export.template("test-main").value(at: "Resources", "Reader", "DependsOn") == "Key")
  }

  @Test("refuses an attribute that CloudFormation does not tell, with its place")
  func unknownAttribute() {
    let export = export(
      resource("main/key", "AWS::KMS::Key"),
      resource("main/reader", "AWS::SSM::Parameter", ["Value": attribute("main/key", "Description")]))
    #expect(export.codes == ["attribute-not-in-cloudformation"])
    #expect(export.diagnostics.first?.address == "main/reader" && export.diagnostics.first?.path == "Value")
  }

  @Test("refuses a type that CloudFormation does not have")
  func unknownType() {
    let export = export(resource("main/thing", "Other::Kind::Thing"))
    #expect(export.codes == ["type-not-in-cloudformation"])
    #expect(export.diagnostics.first?.severity == .error)
  }

  @Test("leaves out what is null")
  func null() {
    let export = export(resource("main/key", "AWS::KMS::Key", ["Description": .null, "Enabled": true]))
    #expect(export.template("test-main").value(at: "Resources", "Key", "Properties") == ["Enabled": true])
  }
}
