import ArgumentParser
import StrataModel

/// What is made anew although nothing says that it must be.
struct ReplacementOptions: ParsableArguments {
  @Option(
    name: .customLong("replace"),
    help: ArgumentHelp("Replace this resource's object, with everything that must follow; may be repeated.", valueName: "address"))
  var replacedAddresses: [String] = []

  /// The addresses.
  var addresses: [ResourceAddress] { replacedAddresses.map { ResourceAddress($0) } }
}
