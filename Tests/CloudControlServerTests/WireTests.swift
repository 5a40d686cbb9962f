import CloudControlServer
import StrataModel
import Testing

@Suite("The wire")
struct WireTests {
  private let cloud = CloudControlFixture()

  private func form(_ text: String, service: String = "sts") -> ServerRequest {
    var headers = cloud.headers(service: service)
    headers.append(.init("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"))
    return ServerRequest(headers: headers, body: Array(text.utf8))
  }

  private func text(_ response: ServerResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test("Answers are AWS JSON 1.0 with an identifier of the request")
  func form() async {
    let answer = await cloud.call("ListResourceRequests")
    #expect(answer.response.header("Content-Type") == "application/x-amz-json-1.0")
    #expect(answer.response.header("x-amzn-RequestId")?.count == 36)
  }

  @Test("Anybody may ask what the server is")
  func description() async {
    let answer = await cloud.server.respond(to: ServerRequest(method: "GET", target: CloudControlServer.descriptionPath))
    #expect(answer.status == 200)
    #expect(text(answer).contains(#""name":"strata""#))
  }

  @Test("An unsigned request lacks an authentication token")
  func unsigned() async {
    let answer = await cloud.send(
      ServerRequest(headers: [.init("X-Amz-Target", "CloudApiService.ListResources")], body: Array("{}".utf8)))
    #expect(answer.status == 400)
    #expect(answer.code == "MissingAuthenticationTokenException")
    let caller = await cloud.server.respond(to: ServerRequest(target: "/?Action=GetCallerIdentity&Version=2011-06-15"))
    #expect(text(caller).contains("<Code>MissingAuthenticationToken</Code>"))
  }

  @Test("A signature without a scope is incomplete")
  func incomplete() async {
    for value in ["Basic YTpi", "AWS4-HMAC-SHA256 Signature=00", "AWS4-HMAC-SHA256 Credential=AKIA/20261127, Signature=00"] {
      let answer = await cloud.send(
        ServerRequest(headers: [.init("Authorization", value), .init("X-Amz-Target", "CloudApiService.ListResources")]))
      #expect(answer.code == "IncompleteSignatureException")
    }
  }

  @Test("An access key of twelve digits is the account, every other one the default account; the region is the scope's")
  func accounts() async {
    await cloud.create("AWS::Logs::LogGroup", ["LogGroupName": "app"])
    var other = cloud
    other.accessKey = "210987654321"
    other.region = "eu-west-1"
    await other.create("AWS::Logs::LogGroup", ["LogGroupName": "app"])
    let own = await cloud.properties("AWS::Logs::LogGroup", "app")["Arn"]?.stringValue ?? ""
    let others = await other.properties("AWS::Logs::LogGroup", "app")["Arn"]?.stringValue ?? ""
    #expect(own.hasPrefix("arn:aws:logs:us-east-1:123456789012:"))
    #expect(others.hasPrefix("arn:aws:logs:eu-west-1:210987654321:"))
    var digits = cloud
    digits.accessKey = "1234567890123"
    #expect(await digits.get("AWS::Logs::LogGroup", "app").status == 200)
  }

  @Test("GetCallerIdentity names the account, signed in a header or in the query")
  func identity() async {
    let header = await cloud.server.respond(to: form("Action=GetCallerIdentity&Version=2011-06-15"))
    #expect(header.status == 200)
    #expect(text(header).contains("<Account>123456789012</Account>"))
    #expect(text(header).contains("<Arn>arn:aws:sts::123456789012:assumed-role/strata/embedded</Arn>"))
    let presigned = await cloud.server.respond(
      to: ServerRequest(
        method: "GET",
        target: "/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Credential=210987654321%2F20261127%2Fus-east-1%2Fsts%2Faws4_request"))
    #expect(text(presigned).contains("<Account>210987654321</Account>"))
  }

  @Test("Other services and operations are refused in the form that their clients read")
  func otherServices() async {
    let sts = await cloud.server.respond(to: form("Action=AssumeRole&Version=2011-06-15"))
    #expect(sts.status == 400)
    #expect(text(sts).contains("<Code>InvalidAction</Code>"))
    let ec2 = await cloud.server.respond(to: form("Action=DescribeVpcs&Version=2016-11-15", service: "ec2"))
    #expect(text(ec2).hasPrefix("<Response><Errors><Error><Code>InvalidAction</Code>"))
    let s3 = await cloud.server.respond(to: ServerRequest(method: "GET", target: "/", headers: cloud.headers(service: "s3")))
    #expect(text(s3).hasPrefix("<Error><Code>InvalidAction</Code>"))
    let lambda = await cloud.server.respond(
      to: ServerRequest(method: "GET", target: "/2015-03-31/functions/", headers: cloud.headers(service: "lambda")))
    #expect(lambda.header("x-amzn-ErrorType") == "UnknownOperationException")
    #expect(text(lambda).contains("cloudcontrol"))
    var headers = cloud.headers(service: "dynamodb")
    headers.append(.init("X-Amz-Target", "DynamoDB_20120810.ListTables"))
    let table = await cloud.send(ServerRequest(headers: headers, body: Array("{}".utf8)))
    #expect(table.code == "UnknownOperationException")
    #expect(await cloud.call("RegisterType").code == "UnknownOperationException")
  }

  @Test("Members that break the API's constraints are refused together")
  func constraints() async {
    let answer = await cloud.call("GetResource", ["TypeName": "nonsense"])
    #expect(answer.code == "ValidationException")
    #expect(answer.message.hasPrefix("3 validation errors detected: Value 'nonsense' at 'typeName' failed to satisfy constraint: "))
    #expect(answer.message.hasSuffix("Value null at 'identifier' failed to satisfy constraint: Member must not be null"))
    #expect(await cloud.status("not a token").code == "ValidationException")
  }

  @Test("A body that is no JSON object cannot be read")
  func serialization() async {
    for body in ["{", "[]", "\"text\""] {
      let answer = await cloud.send(ServerRequest(headers: cloud.headers("ListResources"), body: Array(body.utf8)))
      #expect(answer.code == "SerializationException")
    }
  }
}
