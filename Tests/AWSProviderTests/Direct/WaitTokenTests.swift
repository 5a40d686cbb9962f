import StrataModel
import Testing

@testable import AWSProvider

@Suite("Wait tokens")
struct WaitTokenTests {
  @Test(
    "A wait survives as text, whatever the identifier holds",
    arguments: [
      "nat-1", "rtb-1|0.0.0.0/0", "arn:aws:ecs:eu-central-1:123456789012:service/main/app|main", "", "a;b/c",
    ])
  func roundTrip(_ identifier: String) {
    for operation in Intent.Operation.allCases {
      for memo in [nil, "3", "a;b"] {
        let token = WaitToken(operation, identifier, memo: memo)
        #expect(WaitToken(token.text) == token)
      }
    }
  }

  @Test("The text of a wait says what it waits for")
  func text() {
    #expect(WaitToken(.delete, "nat-1").text == "direct/delete/nat-1")
    #expect(WaitToken(.update, "rg-1", memo: "2").text == "direct/update;2/rg-1")
  }

  @Test("Text that is no wait is none", arguments: ["", "direct", "direct/create", "other/create/x", "direct/read/x", "direct//x"])
  func malformed(_ text: String) {
    #expect(WaitToken(text) == nil)
  }
}
