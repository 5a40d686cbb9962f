import StrataCloudFormation
import StrataModel
import Testing

@Suite("An expression")
struct ExpressionTests {
  private static let queue = attribute("main/queue", "Arn")

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var value: PropertyValue
    var written: PropertyValue
  }

  static let cases: [Case] = [
    Case(
      testDescription: "an interpolation", value: call(.concatenate, "a/", queue, "/*"), written: ["Fn::Sub": "a/${Queue.Arn}/*"]),
    Case(
      testDescription: "an interpolation with a variable of IAM",
      value: call(.concatenate, attribute("main/queue", "QueueUrl"), "/${aws:username}"),
      written: ["Fn::Sub": "${Queue}/${!aws:username}"]),
    Case(testDescription: "one value", value: call(.concatenate, "", queue), written: ["Fn::GetAtt": ["Queue", "Arn"]]),
    Case(testDescription: "known values", value: call(.concatenate, "a", 1), written: "a1"),
    Case(
      testDescription: "a list as text", value: call(.join, ",", [queue, "b"]),
      written: ["Fn::Join": [",", [["Fn::GetAtt": ["Queue", "Arn"]], "b"]]]),
    Case(
      testDescription: "a part of a text", value: call(.select, 4, call(.split, ":", queue)),
      written: ["Fn::Select": [4, ["Fn::Split": [":", ["Fn::GetAtt": ["Queue", "Arn"]]]]]]),
    Case(
      testDescription: "Base64", value: call(.base64, call(.concatenate, "queue=", queue)),
      written: ["Fn::Base64": ["Fn::Sub": "queue=${Queue.Arn}"]]),
    Case(
      testDescription: "an interpolation of what is no name of the template", value: call(.concatenate, "x", call(.base64, queue)),
      written: ["Fn::Join": ["", ["x", ["Fn::Base64": ["Fn::GetAtt": ["Queue", "Arn"]]]]]]),
    Case(
      testDescription: "JSON", value: call(.json, ["a\"b": queue, "n": 1, "t": [call(.concatenate, "say \"", queue, "\"")]]),
      written: ["Fn::Sub": #"{"a\"b":"${Queue.Arn}","n":1,"t":["say \"${Queue.Arn}\""]}"#]),
    Case(
      testDescription: "a list in JSON", value: call(.json, ["servers": attribute("main/zone", "NameServers")]),
      written: ["Fn::Join": ["", ["{\"servers\":[\"", ["Fn::Join": ["\",\"", ["Fn::GetAtt": ["Zone", "NameServers"]]]], "\"]}"]]]),
    Case(
      testDescription: "several lists", value: call(.flatten, attribute("main/zone", "NameServers"), [queue]),
      written: [
        "Fn::Split": [
          ",",
          [
            "Fn::Join": [
              ",",
              [
                ["Fn::Join": [",", ["Fn::GetAtt": ["Zone", "NameServers"]]]], ["Fn::Join": [",", [["Fn::GetAtt": ["Queue", "Arn"]]]]],
              ],
            ]
          ],
        ]
      ]),
    Case(
      testDescription: "several lists of a known length", value: call(.flatten, [queue], ["b"]),
      written: [["Fn::GetAtt": ["Queue", "Arn"]], "b"]),
  ]

  @Test("is a function of CloudFormation", arguments: cases)
  func function(_ example: Case) {
    let export = export(
      resource("main/queue", "AWS::SQS::Queue"), resource("main/zone", "AWS::Route53::HostedZone", ["Name": "example.org"]),
      resource("main/reader", "AWS::SSM::Parameter", ["Value": example.value]))
    #expect(export.property("Value", of: "Reader") == example.written)
    #expect(export.diagnostics.isEmpty)
  }

  @Test("of JSON is the object itself where the property takes one")
  func object() {
    let export = export(
      resource("main/queue", "AWS::SQS::Queue"),
      resource(
        "main/policy", "AWS::SQS::QueuePolicy",
        ["PolicyDocument": call(.json, ["Statement": [["Action": "sqs:*", "Effect": "Allow", "Resource": Self.queue]]])]))
    #expect(
      export.property("PolicyDocument", of: "Policy")
        == ["Statement": [["Action": "sqs:*", "Effect": "Allow", "Resource": ["Fn::GetAtt": ["Queue", "Arn"]]]]])
  }

  @Test("of JSON in JSON is refused, not written wrongly")
  func nestedJSON() {
    let export = export(
      resource("main/queue", "AWS::SQS::Queue"),
      resource("main/reader", "AWS::SSM::Parameter", ["Value": call(.json, ["inner": call(.json, ["a": Self.queue])])]))
    #expect(export.codes == ["expression-not-in-cloudformation"])
  }

  @Test("that asks for a parameter is a parameter which CloudFormation reads, and other lookups are given by hand")
  func lookups() {
    let here = Placement(account: "111111111111", region: "us-east-1")
    let image = LookupQuery(.parameter(name: "/aws/service/ami/latest"), in: here).value
    let export = export(
      resource("main/a", "AWS::SSM::Parameter", ["Value": image]),
      resource("main/b", "AWS::SSM::Parameter", ["Value": image]),
      resource("main/c", "AWS::SSM::Parameter", ["Value": LookupQuery(.organization(attribute: "Id"), in: here).value]),
      resource("main/d", "AWS::SSM::Parameter", ["Value": LookupQuery(.account, in: here).value]),
      resource("main/e", "AWS::SSM::Parameter", ["Value": call(.select, 0, LookupQuery(.availabilityZones, in: here).value)]))
    #expect(export.property("Value", of: "A") == ["Ref": "ParameterAwsServiceAmiLatest"])
    #expect(export.property("Value", of: "B") == ["Ref": "ParameterAwsServiceAmiLatest"])
    #expect(export.property("Value", of: "C") == ["Ref": "IdOfTheOrganization"])
    #expect(export.property("Value", of: "D") == ["Ref": "AWS::AccountId"])
    #expect(export.property("Value", of: "E") == ["Fn::Select": [0, ["Ref": "AvailabilityZones"]]])
    #expect(
      export.template("test-main")["Parameters"] == [
        "AvailabilityZones": [
          "Description": "Looked up: availability zones in 111111111111/us-east-1", "Type": "List<AWS::EC2::AvailabilityZone::Name>",
        ],
        "IdOfTheOrganization": ["Description": "Looked up: Id of the organization in 111111111111/us-east-1", "Type": "String"],
        "ParameterAwsServiceAmiLatest": [
          "Default": "/aws/service/ami/latest", "Description": "Looked up: parameter /aws/service/ami/latest in 111111111111/us-east-1",
          "Type": "AWS::SSM::Parameter::Value<String>",
        ],
      ])
  }

  @Test("that asks for a machine image is a parameter of that type, wherever else it stands")
  func images() {
    let image = LookupQuery(
      .parameter(name: "/aws/service/ami/latest"), in: Placement(account: "111111111111", region: "us-east-1")
    ).value
    let export = export(
      resource("main/a", "AWS::SSM::Parameter", ["Value": image]), resource("main/b", "AWS::EC2::Instance", ["ImageId": image]))
    #expect(
      export.template("test-main").value(at: "Parameters", "ParameterAwsServiceAmiLatest", "Type")
        == "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>")
  }
}
