package import StrataEmbeddedCloud

/// What does not change while a simulated world lasts.
package struct WorldOptions: Sendable, Hashable {
  /// Everything that chance decides follows from it.
  package var seed: UInt64
  /// For how many seconds a request may take effect after its sender died; 0 for a cloud that dies with its caller.
  package var callLifetime = 60
  /// How long background work takes, as a share of the usual times in thousandths.
  package var delayPerMille = 100
  /// How many reads and calls are in flight at once at most.
  package var concurrency = 64
  package var realism = Realism.full
  /// How long a request or an answer is on its way, in milliseconds.
  package var latency = 1...40

  /// Whether everything that happens is written down, one line each.
  package var keepsHistory = false
  package var environment = "simulation"

  package init(seed: UInt64) { self.seed = seed }
}
