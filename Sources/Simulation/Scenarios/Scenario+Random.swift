extension Scenario {
  /// The scenario of a seed.
  package static func random(seed: UInt64) -> Scenario {
    var generator = ProgramGenerator(chance: Chance(seed: seed, salt: 2))
    var chance = Chance(seed: seed, salt: 3)
    var program = generator.program(size: chance.within(1...7))
    var deployments: [Deployment] = []
    let count = chance.pick([1, 1, 2, 2, 3]) ?? 2
    for number in 0..<count {
      if number > 0 { program = generator.edited(program) }
      deployments.append(
        Deployment(
          program, attempts: attempts(size: program.resources.count, isFirst: number == 0, &chance),
          rotatesSecrets: number > 0 && chance.happens(perMille: 150), pause: chance.pick([0, 0, 1, 30, 600, 90_000]) ?? 0))
    }
    if chance.happens(perMille: 600) {
      deployments.append(
        Deployment(
          nil, attempts: attempts(size: program.resources.count, isFirst: false, &chance), pause: chance.pick([0, 60, 3_600]) ?? 0))
    }
    let callLifetime = chance.happens(perMille: 750) ? 60 : 0
    addRollbacks(to: &deployments, seed: seed)
    var scarcity = Chance(seed: seed, salt: 8)
    let concurrency = scarcity.pick([1, 2, 3, 64]) ?? 64
    return Scenario(seed: seed, callLifetime: callLifetime, concurrency: concurrency, deployments: deployments)
  }

  /// Lets some deployments be taken back; what others change behind our back is no part of an earlier state.
  private static func addRollbacks(to deployments: inout [Deployment], seed: UInt64) {
    var chance = Chance(seed: seed, salt: 6)
    for index in deployments.indices where chance.happens(perMille: 120) {
      let isUndisturbed = deployments[...index].allSatisfy { deployment in
        deployment.attempts.allSatisfy { if case .foreign? = $0.disruption { false } else { true } }
      }
      guard isUndisturbed else { continue }
      if deployments[index].attempts.isEmpty { deployments[index].attempts = [Attempt(nil)] }
      let size = deployments[index].program?.resources.count ?? 1
      deployments[index].rollback = chance.happens(perMille: 500) ? [Attempt(.crash(at: 1 + chance.below(max(20, size * 14))))] : []
    }
  }

  private static func attempts(size: Int, isFirst: Bool, _ chance: inout Chance) -> [Attempt] {
    guard chance.happens(perMille: 850) else { return [] }
    var attempts: [Attempt] = []
    for _ in 0..<(chance.pick([1, 1, 1, 2, 3]) ?? 1) {
      let weather = chance.pick([Weather.calm, .calm, .throttling, .lossy, .stormy]) ?? .calm
      // About so many points has a deployment of this size; later processes have fewer.
      let at = 1 + chance.below(max(20, size * 14))
      let disruption: Disruption? =
        switch chance.below(20) {
        case 0..<11: .crash(at: at)
        case 11, 12: .stop(at: at, twice: chance.happens(perMille: 400))
        case 13: .diskFull(at: at, points: 1 + chance.below(20))
        case 14: .rival(at: at)
        case 15: isFirst ? .crash(at: at) : .stalePlan
        case 16: isFirst ? nil : .foreign(.delete(chance.below(20)))
        case 17: isFirst ? nil : .foreign(.change(chance.below(20)))
        default: nil
        }
      attempts.append(Attempt(disruption, weather))
    }
    return attempts
  }
}
