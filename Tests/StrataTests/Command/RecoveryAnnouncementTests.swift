import StrataModel
import Testing

@testable import Strata

@Suite("What is said while an interrupted deployment is resolved") struct RecoveryAnnouncementTests {
  private func open(_ operation: Intent.Operation, _ address: ResourceAddress) -> OpenIntent {
    OpenIntent(
      run: "r1", at: 0,
      intent: Intent(
        step: 0, operation: operation, address: address, instance: "one", generation: 1, type: "AWS::EC2::NatGateway",
        placement: Placement(account: "123456789012", region: "us-east-1"), route: .embedded, apiClass: "tag",
        source: SourceLocation(fileID: "Stacks/Network.swift", line: 1), inputs: [:]))
  }

  @Test("It names the operations")
  func names() {
    let text = Run.announcement(of: [open(.create, "data/table"), open(.delete, "network/nat")], longestWait: 0)
    #expect(text == "Resolving 2 operations of an interrupted deployment: the create of data/table, the delete of network/nat.\n")
  }

  @Test("It says how long a delete can take to show, and counts what it does not name")
  func longWait() {
    let text = Run.announcement(of: (1...7).map { open(.delete, ResourceAddress("network/nat-\($0)")) }, longestWait: 195_000)
    #expect(
      text == """
        Resolving 7 operations of an interrupted deployment: the delete of network/nat-1, the delete of network/nat-2, \
        the delete of network/nat-3, the delete of network/nat-4, the delete of network/nat-5 and 2 others.
        Whether a delete was sent can take up to 3 min 15 s to show; Ctrl-C leaves it to the next run.

        """)
  }
}
