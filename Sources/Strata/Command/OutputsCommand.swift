import ArgumentParser
import StrataModel

/// Writes the outputs of the last deployment.
struct OutputsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "outputs", abstract: "Writes the outputs of the last deployment.")

  @OptionGroup var options: EnvironmentOptions

  @Option(help: "The form.")
  var format: OutputRenderer.Format = .text

  @Argument(help: "Only the value of this output.")
  var name: String?

  func run() async throws {
    let session = try options.session()
    let outputs = try await session.loadState().outputs
    guard let name else {
      session.terminal.print(OutputRenderer().text(of: outputs, as: options.place.json ? .json : format))
      return
    }
    let named = OutputRenderer.named(outputs)
    guard let output = named.first(where: { $0.name == name })?.record ?? outputs[name] else {
      let list = named.map(\.name).joined(separator: ", ")
      throw CommandFailure(
        Diagnostic(
          .error, code: "unknown-output", "there is no output '\(name)'",
          remedy: list.isEmpty ? "nothing is deployed, or it has no outputs" : "there are: \(list)"))
    }
    guard !output.isSensitive else {
      throw CommandFailure(Diagnostic(.error, code: "sensitive-output", "the output '\(name)' is sensitive and never recorded"))
    }
    session.terminal.print((output.value.scalarText ?? JSONWriter.plainText(of: output.value)) + "\n")
  }
}
