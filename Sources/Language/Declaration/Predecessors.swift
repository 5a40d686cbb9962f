/// What `after` was given, taken apart into resources and whole components.
enum Predecessors {
  enum Predecessor {
    case resource(ResourceDeclaration)
    case component(Modifiers, name: String)
  }

  /// The resources and components in lists, optionals and groups, in order.
  static func flattened(_ infrastructure: [any Infrastructure]) -> [Predecessor] {
    infrastructure.flatMap { flattened($0) }
  }

  private static func flattened(_ infrastructure: any Infrastructure) -> [Predecessor] {
    if let modifiable = infrastructure as? any Modifiable {
      switch modifiable.modifierStorage.owner {
      case .resource(let declaration): return [.resource(declaration)]
      case .component(let modifiers): return [.component(modifiers, name: "\(type(of: modifiable))")]
      }
    }
    if let group = infrastructure as? Group { return flattened(group.members) }
    return Mirror(reflecting: infrastructure).children.flatMap { child -> [Predecessor] in
      guard let inner = child.value as? any Infrastructure else { return [] }
      return flattened(inner)
    }
  }
}
