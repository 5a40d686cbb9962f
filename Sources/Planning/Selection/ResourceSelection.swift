/// The part of an environment that the user wants changed.
///
/// What is chosen is closed over what it needs: producers that are not made yet or change too, and, where an object goes or is replaced, everything
/// that uses it. All else keeps its records and edges as they are, so that the state stays sound and a later run of everything ends where it
/// would have ended without a selection.
public struct ResourceSelection: Sendable, Hashable {
  /// What is to be changed; everything when it is empty.
  public var only: [AddressPattern]
  /// What is to be left as it is, with whatever needs its changes.
  public var except: [AddressPattern]

  /// Creates a selection; without arguments, of everything.
  public init(only: [AddressPattern] = [], except: [AddressPattern] = []) {
    self.only = only
    self.except = except
  }

  /// Whether everything is chosen.
  public var isEmpty: Bool { only.isEmpty && except.isEmpty }
}
