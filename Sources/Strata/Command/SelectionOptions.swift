import ArgumentParser
import StrataPlanning

/// Which part of an environment a command works on.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Change only these: an address, a stack, or a pattern such as 'data/*'; may be repeated.",
      discussion: "What they need goes along: producers that are new or change, and everything that uses an object that goes.",
      valueName: "pattern"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Leave these as they are, and what needs their changes; may be repeated.", valueName: "pattern"))
  var except: [String] = []

  /// The selection; `nil` for everything.
  var selection: ResourceSelection? {
    let selection = ResourceSelection(only: Self.patterns(only), except: Self.patterns(except))
    return selection.isEmpty ? nil : selection
  }

  /// Several patterns may stand in one value, separated by commas, which no address has.
  private static func patterns(_ values: [String]) -> [AddressPattern] {
    values.flatMap { $0.split(separator: ",") }.map { AddressPattern(String($0)) }
  }

  func validate() throws {
    for value in only + except where Self.patterns([value]).isEmpty {
      throw ValidationError("'\(value)' names nothing: give an address, a stack, or a pattern such as 'data/*'")
    }
  }
}
