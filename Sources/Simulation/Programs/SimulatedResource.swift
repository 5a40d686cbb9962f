/// A declaration of a random program, small enough to be written down in a test.
package struct SimulatedResource: Sendable, Hashable {
  /// Stack and id, such as `s1/a`.
  package var address: String
  package var kind: ResourceKind
  /// A number that the declaration keeps for life, through renames: names, ranges and ports follow from it.
  package var slot: Int
  /// What can change in place.
  package var content: Int
  /// What only a replacement can change.
  package var shape: Int
  /// The addresses that it refers to, by role.
  package var uses: [String: String]
  /// Whether the user gives the name.
  package var isNamed: Bool
  package var isElsewhere: Bool
  package var isRetained: Bool
  package var isProtected: Bool
  package var isDeletedFirst: Bool
  package var renamedFrom: String?

  package init(
    _ address: String, _ kind: ResourceKind, slot: Int, content: Int = 0, shape: Int = 0, uses: [String: String] = [:],
    isNamed: Bool = false, isElsewhere: Bool = false, isRetained: Bool = false, isProtected: Bool = false, isDeletedFirst: Bool = false,
    renamedFrom: String? = nil
  ) {
    self.address = address
    self.kind = kind
    self.slot = slot
    self.content = content
    self.shape = shape
    self.uses = uses
    self.isNamed = isNamed
    self.isElsewhere = isElsewhere
    self.isRetained = isRetained
    self.isProtected = isProtected
    self.isDeletedFirst = isDeletedFirst
    self.renamedFrom = renamedFrom
  }
}
