import StrataModel

/// A template that is being written.
struct TemplateDraft {
  var stackName: String
  var resources = PropertyObject()
  var parameters: [TemplateParameter] = []
  var outputs = PropertyObject()
  /// The output of each attribute that other templates need.
  var outputNames: [Reference: String] = [:]
  /// The names of resources and parameters.
  var names: UniqueNames
  var outputNamesTaken = UniqueNames()
  /// The units whose outputs the template takes.
  var needs: Set<Int> = []
  /// Resources that exist already, by logical id.
  var adopted: [AdoptedResource] = []

  /// The name under which an output is exported; one of the account and region.
  func exportName(of output: String) -> String { "\(stackName):\(output)" }
}
