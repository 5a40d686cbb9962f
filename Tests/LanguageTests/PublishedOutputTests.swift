import StrataAWS
import StrataLanguage
import StrataModel
import StrataSynthesis
import Testing

@Suite("Outputs as parameters")
struct PublishedOutputTests {
  @Test("A published output is a parameter beside it, a list a list of texts, a number its text")
  func parameters() {
    let set = declaring {
      let topic = SNS.Topic("topic")
      topic
      Output("arn", topic.topicArn).published(as: "/app/arn")
      Output("names", [topic.topicName, "b"]).published(as: "/app/\(AWS.region)/names")
      Output("count", 3).published(as: "/app/count")
      Output("quiet", topic.topicName)
    }
    #expect(set.diagnostics == [])
    #expect(set.outputs.map(\.name) == ["arn", "names", "count", "quiet"])
    #expect(set.addresses == ["app/topic", "app/arn-parameter", "app/names-parameter", "app/count-parameter"])
    #expect(set.json("app/arn-parameter", "Value") == #"{"$ref":["app/topic","TopicArn"]}"#)
    #expect(set.json("app/arn-parameter", "Name") == #""/app/arn""#)
    #expect(set.json("app/names-parameter", "Type") == #""StringList""#)
    #expect(set.json("app/names-parameter", "Name") == #""/app/us-east-1/names""#)
    #expect(set.json("app/count-parameter", "Value") == #""3""#)
    #expect(synthesize(set).diagnostics == [])
  }

  @Test("A sensitive output cannot be published")
  func sensitive() {
    let set = declaring {
      let topic = SNS.Topic("topic")
      topic
      Output("arn", topic.topicArn, isSensitive: true, fileID: "App/Stack.swift", line: 12, column: 1).published(as: "/app/arn")
    }
    #expect(set.codes == ["published-secret"])
    #expect(set.diagnostics.first?.location?.line == 12)
  }
}
