import ArgumentParser
import StrataModel

/// What the user approves in advance.
struct ApprovalOptions: ParsableArguments {
  @Flag(help: "Apply without asking.")
  var yes = false

  @Flag(help: "Never ask; refuse where a question would be asked.")
  var noInput = false

  @Flag(
    help: ArgumentHelp(
      "Accept that data is lost and protected resources are deleted or replaced, wherever the plan says so.",
      discussion: "With addresses, --acknowledge-data-loss=data/orders,data/users, only theirs."))
  var acknowledgeDataLoss = false

  @Option(
    name: .customLong("acknowledge"),
    help: ArgumentHelp("Accept the loss of one resource's data or protection; may be repeated.", valueName: "address"))
  var acknowledgedAddresses: [String] = []

  @Flag(help: "Accept that most of the environment is deleted.")
  var allowMassDelete = false

  /// Arguments in which an acknowledgement with addresses is written as the parser knows it: it takes no option that is a flag too.
  static func expanded(_ arguments: [String]) -> [String] {
    let mark = "--acknowledge-data-loss="
    return arguments.flatMap { argument in
      guard argument.hasPrefix(mark) else { return [argument] }
      return argument.dropFirst(mark.count).split(separator: ",").flatMap { ["--acknowledge", String($0)] }
    }
  }

  /// The acknowledgements as the planner knows them.
  var given: GivenAcknowledgements {
    GivenAcknowledgements(
      coversAll: acknowledgeDataLoss, addresses: Set(acknowledgedAddresses.map { ResourceAddress($0) }), allowsMassDelete: allowMassDelete)
  }
}
