import StrataModel

/// Runs the program for one environment and returns what it declared.
///
/// `account` is the account that the environment is deployed to: normally `environment.target.account`, or the one that `--target` gave.
/// Mistakes that show while the program runs are among the diagnostics; nothing throws and nothing traps. Equal programs yield equal results:
/// no clock, no random number and nothing of an earlier run enters them.
public func declare(_ environment: Environment, account: String) -> DeclarationSet {
  let context = DeclarationContext(tags: environment.tags)
  context.run { environment.makeContents().declare(in: context) }
  var resolver = DeclarationResolver(
    context, environment: environment.name, placement: environment.placement(account: account))
  return resolver.resolve()
}
