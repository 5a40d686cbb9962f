public import StrataModel

/// The part of an environment that a plan may touch.
public enum PlanSelection: Sendable, Hashable {
  case everything
  /// These resources and all under these stacks or components, and what they cannot do without (`--only`).
  case only([ResourceAddress])
  /// All but these, all under them, and what needs them (`--except`).
  case except([ResourceAddress])
}
