import StrataModel

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// One run of the program for one environment: what has been declared so far, and where.
///
/// Created by ``declare(_:account:)`` and gone when that returns, so nothing of one synthesis can be met in another.
///
/// It is `Sendable` only so that a task-local value can hold it. It has no lock, and needs none: its state is reached through ``current`` or
/// through the argument of ``Infrastructure/declare(in:)``; `current` gives it to no other thread than the one that created it, `declare` is
/// synchronous, and the argument is used only inside of that call. A task that user code starts in a stack finds no context.
public final class DeclarationContext: @unchecked Sendable {
  @TaskLocal private static var bound: DeclarationContext?

  /// The synthesis that the calling thread is in.
  static var current: DeclarationContext? {
    guard let context = bound, pthread_equal(context.thread, pthread_self()) != 0 else { return nil }
    return context
  }

  private let thread = pthread_self()

  /// The random part of this synthesis's provisional addresses.
  let suffix = ProvisionalAddress.makeSuffix()

  /// The stack or component whose contents are being declared.
  private(set) var scope: DeclarationScope

  /// Every resource that was created, placed or not.
  private(set) var created: [ResourceDeclaration] = []

  /// The resources in the order in which they were placed.
  private(set) var placed: [ResourceDeclaration] = []

  /// The outputs, each with the scope that it was declared in.
  private(set) var outputs: [(output: Output, scope: DeclarationScope)] = []

  /// The symptoms, each with the scope that it was declared in.
  private(set) var symptoms: [(symptom: Symptom, scope: DeclarationScope)] = []

  private(set) var diagnostics: [Diagnostic] = []

  init(tags: Tags) { scope = DeclarationScope(tags: tags) }

  /// Runs `body` with this context as ``current``.
  func run(_ body: () -> Void) { Self.$bound.withValue(self, operation: body) }

  func register(_ declaration: ResourceDeclaration) { created.append(declaration) }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Places a resource in the current scope; a resource that has a place keeps it.
  func place(_ declaration: ResourceDeclaration) { place(declaration, in: scope) }

  func place(_ declaration: ResourceDeclaration, in scope: DeclarationScope) {
    guard declaration.scope == nil else { return }
    declaration.scope = scope
    placed.append(declaration)
  }

  func add(_ output: Output) { outputs.append((output, scope)) }

  func add(_ symptom: Symptom) { symptoms.append((symptom, scope)) }

  /// Declares the contents of a stack or component inside of a new scope.
  ///
  /// The same stack or component is declared once, wherever it is met first. One that is met again inside of its own contents would never end,
  /// and is reported.
  func open(_ modifiers: Modifiers, id: String?, named name: String, contents: () -> Void) {
    guard !modifiers.isOpen else {
      report(
        Diagnostic(
          .error, code: "recursive-component", "\(name) contains itself.",
          remedy: "Remove it from its own body or from what its body uses.",
          address: ResourceAddress(scope.path)))
      return
    }
    guard modifiers.scope == nil else { return }
    if let id, !ResourceAddress.isValidID(id) { report(.invalidID(InterpolationToken.readable(id), of: name, at: nil)) }
    let inner = DeclarationScope(id: id, modifiers: modifiers.values, parent: scope)
    let outer = scope
    modifiers.scope = inner
    modifiers.isOpen = true
    scope = inner
    contents()
    scope = outer
    modifiers.isOpen = false
  }
}
