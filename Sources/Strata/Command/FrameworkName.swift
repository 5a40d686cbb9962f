import ArgumentParser
import StrataModel

/// A framework as the command line names it.
struct FrameworkName: ExpressibleByArgument {
  let framework: Framework

  init?(argument: String) {
    guard let framework = Framework.all.first(where: { $0.id == argument.lowercased() }) else { return nil }
    self.framework = framework
  }

  static var allValueStrings: [String] { Framework.all.map(\.id) }
}
