/// A producer that a consumer waits for, and why.
struct Edge {
  /// Where an edge comes from.
  enum Cause {
    /// A reference; the position in ``ProgramIndex/sites``.
    case reference(site: Int)
    /// `after`.
    case explicit
    /// A rule of AWS that no reference shows; gives way where it would close a cycle.
    case implicit
  }

  let producer: Int
  let consumer: Int
  let cause: Cause

  var isImplicit: Bool { if case .implicit = cause { true } else { false } }
}
