import StrataModel
import Testing

@testable import Strata

@Suite("Outputs")
struct OutputRendererTests {
  private let outputs: [String: OutputRecord] = [
    "auth/user-pool-id": OutputRecord(value: "us-east-1_Abc"),
    "data/table": OutputRecord(value: "say \"hi\" $HOME"),
    "auth/secret": OutputRecord(value: "hidden", isSensitive: true),
  ]

  @Test("dotenv has one assignment a line, quotes what a shell would read, and leaves sensitive outputs out")
  func dotenv() {
    let text = OutputRenderer().text(of: outputs, as: .dotenv)
    #expect(text == "TABLE=\"say \\\"hi\\\" \\$HOME\"\nUSER_POOL_ID=us-east-1_Abc\n")
  }

  @Test("Text and JSON mask sensitive outputs")
  func masked() {
    let text = OutputRenderer().text(of: outputs, as: .text)
    #expect(text.contains("secret       = (sensitive)"))
    #expect(!text.contains("hidden"))
    #expect(!OutputRenderer().text(of: outputs, as: .json).contains("hidden"))
  }

  @Test("Two outputs with one name are told apart by their whole keys")
  func ambiguous() {
    let names = OutputRenderer.named([
      "a/url": OutputRecord(value: "1"), "b/url": OutputRecord(value: "2"), "b/id": OutputRecord(value: "3"),
    ])
    #expect(names.map(\.name) == ["a/url", "b/url", "id"])
  }

  @Test("Environment files are all that a file of variables has, in their own order")
  func environmentFile() {
    var outputs = outputs
    outputs["keys/environment_config"] = OutputRecord(value: "KEY_ID=abc\nKEY_ARN=arn:aws:kms:us-west-2:1:key/abc\nGREETING=two words=2")
    let text = OutputRenderer().text(of: outputs, as: .dotenv)
    #expect(text == "KEY_ID=abc\nKEY_ARN=arn:aws:kms:us-west-2:1:key/abc\nGREETING=\"two words=2\"\n")
  }

  @Test("A text of several lines that are no variables is no environment file", arguments: ["a=b", "KEY=1\nrest", "1A=2", "=x", ""])
  func otherText(text: String) {
    let lines = OutputRenderer().text(of: ["a/note": OutputRecord(value: .string(text)), "a/url": OutputRecord(value: "1")], as: .dotenv)
    #expect(lines.contains("URL=1\n"))
  }
}
