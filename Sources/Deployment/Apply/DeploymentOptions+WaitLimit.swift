import ResourceCatalog
import StrataModel

extension DeploymentOptions {
  /// How long an operation may go on before it is left to the next run, in seconds: by the resource's own word, by its type, or as usual.
  func waitLimit(of intent: Intent, _ behavior: ResourceBehavior) -> Int {
    if let own = intent.lifecycle.timeouts[intent.operation] { return own }
    let usual =
      switch intent.operation {
      case .create: behavior.createTimeout
      case .update: behavior.updateTimeout
      case .delete: behavior.deleteTimeout
      }
    return usual ?? waitLimit
  }
}
