import SwiftSyntax

/// Finds lazy properties that need each other: Swift would recurse endlessly when the first of them is read.
///
/// The members of the declaration form a graph, in which each one points at the members that its code mentions. A cycle in it that goes through
/// a lazy property is reported once, with every hop. Depth-first search visits each member and each mention once.
struct LazyCycleChecker {
  /// One step of a cycle: a member, and where the next one is mentioned in it.
  struct Hop {
    var member: DeclarationMember
    var next: String
    var node: Syntax
  }

  private let context: DeclarationContext
  private var state: [String: Mark] = [:]
  private var path: [Hop] = []

  private enum Mark { case open, closed }

  init(_ context: DeclarationContext) { self.context = context }

  mutating func check() {
    for member in context.memberOrder where member.isLazy { visit(member) }
  }

  private mutating func visit(_ member: DeclarationMember) {
    guard state[member.name] == nil else { return }
    state[member.name] = .open
    for mention in member.mentions {
      guard let next = context.members[mention.name] else { continue }
      path.append(Hop(member: member, next: mention.name, node: mention.node))
      switch state[mention.name] {
      case .open: report(from: mention.name)
      case .closed: break
      case nil: visit(next)
      }
      path.removeLast()
    }
    state[member.name] = .closed
  }

  private func report(from start: String) {
    guard let first = path.firstIndex(where: { $0.member.name == start }) else { return }
    let cycle = Array(path[first...])
    guard let entry = cycle.firstIndex(where: \.member.isLazy) else { return }
    context.report(.lazyCycle(Array(cycle[entry...] + cycle[..<entry])))
  }
}
