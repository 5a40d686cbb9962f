/// Infrastructure with default tags for everything inside of it; made by ``Infrastructure/tagged(_:)``.
public struct Tagged<Content: Infrastructure>: Infrastructure {
  /// What is tagged.
  public let content: Content

  let tags: Tags

  public func declare(in context: DeclarationContext) {
    let modifiers = Modifiers()
    var values = LifecycleModifiers()
    values.tags = tags
    modifiers.values = values
    context.open(modifiers, id: nil, named: "tagged") { content.declare(in: context) }
  }
}

extension Infrastructure {
  /// Adds tags to every resource inside that can bear tags; on equal keys the innermost wins.
  @_disfavoredOverload
  public func tagged(_ tags: Tags) -> Tagged<Self> { Tagged(content: self, tags: tags) }
}
