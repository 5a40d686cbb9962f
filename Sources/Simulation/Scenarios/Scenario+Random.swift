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
    return Scenario(seed: seed, callLifetime: chance.happens(perMille: 750) ? 60 : 0, deployments: deployments)
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
