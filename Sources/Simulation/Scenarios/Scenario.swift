/// A history to simulate: programs that are deployed one after another, and what happens meanwhile.
///
/// Plain data, so that it can be shrunk and written down.
package struct Scenario: Sendable, Hashable {
  /// One process, and what happens to it.
  package struct Attempt: Sendable, Hashable {
    package var disruption: Disruption?
    package var weather: Weather

    package init(_ disruption: Disruption?, _ weather: Weather = .calm) {
      self.disruption = disruption
      self.weather = weather
    }
  }

  /// A program that is deployed until it is done.
  package struct Deployment: Sendable, Hashable {
    /// `nil` to take everything apart.
    package var program: SimulatedProgram?
    package var attempts: [Attempt]
    /// Whether all secrets have new texts from here on.
    package var rotatesSecrets: Bool
    /// How many seconds pass before it.
    package var pause: Int
    /// What happens while the environment is led back to where it was, however far the attempts came; `nil` to deploy to the end.
    package var rollback: [Attempt]?

    package init(
      _ program: SimulatedProgram?, attempts: [Attempt] = [], rotatesSecrets: Bool = false, pause: Int = 0, rollback: [Attempt]? = nil
    ) {
      self.program = program
      self.attempts = attempts
      self.rotatesSecrets = rotatesSecrets
      self.pause = pause
      self.rollback = rollback
    }
  }

  package var seed: UInt64
  package var callLifetime: Int
  /// How many reads and calls are in flight at once at most: few, so that steps of small programs wait for each other, too.
  package var concurrency: Int
  package var deployments: [Deployment]

  package init(seed: UInt64, callLifetime: Int = 60, concurrency: Int = 64, deployments: [Deployment]) {
    self.seed = seed
    self.callLifetime = callLifetime
    self.concurrency = concurrency
    self.deployments = deployments
  }
}
