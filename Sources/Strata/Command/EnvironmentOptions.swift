import ArgumentParser
import StrataLanguage

/// What most commands need to know: the environment and where its state and cloud are.
struct EnvironmentOptions: ParsableArguments {
  @Argument(
    help: "The environment, as the program names it.",
    completion: .custom { _, _, _ in CommandContext.current.program.environments.map(\.name) })
  var environment: String

  @OptionGroup var place: PlaceOptions

  /// Opens the environment.
  func session() throws(CommandFailure) -> Session {
    let context = CommandContext.current
    return try Session(context: context, environment: context.program.environment(named: environment), place: place)
  }
}
