/// Something that can be declared: a resource, an output, a stack, a component, or a list of them.
///
/// To write your own reusable part, use ``Component`` with the macro `@Component` rather than this protocol.
public protocol Infrastructure {
  /// Declares everything that this value stands for.
  ///
  /// Called once per run of the program, in the order of the program text. A conforming type passes `context` on to what it contains.
  func declare(in context: DeclarationContext)
}
