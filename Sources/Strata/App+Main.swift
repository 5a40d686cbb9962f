import Foundation
public import StrataLanguage

extension App {
  /// Runs the command that the arguments name and ends the process with its status.
  public static func main() async {
    let context = CommandContext(program: Program(Self()), terminal: .standard())
    let status = await StrataCommand.run(Array(CommandLine.arguments.dropFirst()), in: context)
    exit(status)
  }
}
