public import StrataModel

/// A template of CloudFormation: what one stack has in one account and region.
public struct CloudFormationTemplate: Sendable, Hashable {
  /// The id of the stack in the program.
  public var stack: String

  /// The name to deploy it under; other templates import by it.
  public var stackName: String

  /// The twelve digits of the account.
  public var account: String

  /// The region's code.
  public var region: String

  /// The document, in CloudFormation's own terms.
  public var document: PropertyObject

  /// Where it belongs in the folder of an environment.
  public var file: String { "\(account)/\(region)/\(stackName).json" }

  /// The number of resources.
  public var resourceCount: Int { document["Resources"]?.objectValue?.count ?? 0 }

  /// The JSON text; indented, unless that is what makes it too large.
  public var text: String { text(limit: TemplateLimits().bytes) }

  func text(limit: Int) -> String {
    let text = JSONWriter.plainPrettyText(of: .object(document))
    return text.utf8.count <= limit ? text : JSONWriter.plainText(of: .object(document))
  }
}
