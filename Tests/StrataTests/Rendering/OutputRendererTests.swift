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
}
