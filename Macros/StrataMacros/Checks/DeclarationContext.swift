import SwiftDiagnostics
import SwiftSyntax

/// Where a check is in a declaration, and what it has found so far.
///
/// The walker keeps it up to date; checkers read the names, branches and loops around a node from it instead of climbing the tree, which keeps
/// checking linear in the size of the source.
final class DeclarationContext {
  let signatures = SignatureLibrary()
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var members: [String: DeclarationMember] = [:]
  private(set) var memberOrder: [DeclarationMember] = []
  var member: DeclarationMember?
  var scopes: [LocalScope] = []
  var branches: [BranchArm] = []
  var loops: [EnclosingLoop] = []
  /// How many closures the code lies in; their builders are not known here.
  var closureDepth = 0

  /// How many tokens were walked over and how many values were read; the measure of the checks' linearity.
  var visits = 0

  private var reported: Set<Report> = []

  private struct Report: Hashable {
    var node: SyntaxIdentifier
    var message: String
  }

  /// Keeps a diagnostic; the same one at the same node, met twice through a shared constant, counts once.
  func report(_ diagnostic: Diagnostic) {
    guard reported.insert(Report(node: diagnostic.node.id, message: diagnostic.message)).inserted else { return }
    diagnostics.append(diagnostic)
  }

  func add(_ member: DeclarationMember) {
    memberOrder.append(member)
    if members[member.name] == nil { members[member.name] = member }
  }

  // MARK: Names

  /// Introduces a name into the innermost scope.
  func declare(_ name: String, _ meaning: NameMeaning = .opaque) {
    guard !scopes.isEmpty else { return }
    scopes[scopes.count - 1].declare(name, meaning)
  }

  /// Notes that a local name holds a newly created resource.
  func noteCreation(_ name: String, pattern: IdentifierPatternSyntax, declaration: VariableDeclSyntax, type: String) {
    guard !scopes.isEmpty else { return }
    scopes[scopes.count - 1].names[name]?.creation = (pattern, declaration, type)
  }

  /// Notes a mention of a name: of the innermost local one, or of a member.
  func use(_ name: String, at node: some SyntaxProtocol) {
    for index in scopes.indices.reversed() where scopes[index].names[name] != nil {
      scopes[index].names[name]?.isUsed = true
      return
    }
    useMember(name, at: node)
  }

  /// Notes a mention of a member, for example behind `self.`.
  func useMember(_ name: String, at node: some SyntaxProtocol) {
    guard members[name] != nil else { return }
    member?.mentions.append(DeclarationMember.Mention(name: name, node: Syntax(node)))
  }

  /// The expression that a constant was given, through further constants; the expression itself if it is no constant's name.
  func resolve(_ expression: ExprSyntax) -> ExprSyntax {
    var current = expression
    for _ in 0..<8 {
      guard let name = current.referencedName, let value = constant(name, isMember: current.is(MemberAccessExprSyntax.self)) else { break }
      current = value
    }
    return current
  }

  private func constant(_ name: String, isMember: Bool) -> ExprSyntax? {
    if !isMember, let local = local(name) {
      if case .constant(let value) = local.meaning { return value }
      return nil
    }
    guard let member = members[name], member.isConstant else { return nil }
    return member.value
  }

  /// The expression that a local name or a member, also a lazy one, was given.
  func origin(of expression: ExprSyntax) -> ExprSyntax? {
    guard let name = expression.referencedName else { return nil }
    if !expression.is(MemberAccessExprSyntax.self), let local = local(name) {
      if case .constant(let value) = local.meaning { return value }
      return nil
    }
    return members[name]?.value
  }

  /// The innermost local name.
  func local(_ name: String) -> LocalName? {
    for scope in scopes.reversed() {
      if let local = scope.names[name] { return local }
    }
    return nil
  }

  /// Whether a name has the same value at each mention: a parameter, a constant or a loop's variable within its iteration.
  func isImmutable(_ name: String) -> Bool {
    if let local = local(name) {
      if case .variable = local.meaning { return false }
      return true
    }
    return members[name]?.isConstant ?? false
  }
}
