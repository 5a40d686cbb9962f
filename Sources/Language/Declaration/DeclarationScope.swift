import StrataModel

/// The stack or component that resources are declared in: its path and what its modifiers say for everything inside.
final class DeclarationScope {
  /// The ids of the surrounding stacks and components, joined by `/`; empty for the environment itself.
  let path: String

  /// Paths that the scope had in earlier programs.
  let earlierPaths: [String]

  /// The tags of all surrounding scopes, inner ones over outer ones.
  let tags: Tags

  /// The modifiers of this and all surrounding scopes; `nil` where none says anything, as mostly.
  let modifiers: LifecycleModifiers?

  /// The scope around this one.
  let parent: DeclarationScope?

  /// The scope of an environment.
  init(tags: Tags) {
    path = ""
    earlierPaths = []
    self.tags = tags
    modifiers = nil
    parent = nil
  }

  /// A scope inside of another; without an id the path stays the same.
  init(id: String?, modifiers: LifecycleModifiers?, parent: DeclarationScope) {
    self.parent = parent
    path = id.map { parent.path(of: $0) } ?? parent.path
    self.modifiers = LifecycleModifiers.combined(modifiers, parent.modifiers)
    tags = modifiers.map { parent.tags.merging($0.tags) } ?? parent.tags
    var earlier: [String] = []
    if let id {
      for name in modifiers?.earlierIDs ?? [] { earlier.append(name.utf8.contains(UInt8(ascii: "/")) ? name : parent.path(of: name)) }
      for path in parent.earlierPaths { earlier.append(path.isEmpty ? id : path + "/" + id) }
    } else {
      earlier = parent.earlierPaths
    }
    earlierPaths = earlier
  }

  /// The path of something with an id in this scope.
  func path(of id: String) -> String { path.isEmpty ? id : path + "/" + id }

  /// Whether this scope is `other` or lies inside of it.
  func isWithin(_ other: DeclarationScope) -> Bool {
    var scope: DeclarationScope? = self
    while let current = scope {
      if current === other { return true }
      scope = current.parent
    }
    return false
  }
}
