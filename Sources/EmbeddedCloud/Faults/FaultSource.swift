/// Decides which call goes wrong: counts and seeded chance.
struct FaultSource: Sendable {
  var plan: FaultPlan
  private var matched: [Int]
  private var random: CloudRandom

  init(plan: FaultPlan, seed: UInt64) {
    self.plan = plan
    matched = Array(repeating: 0, count: plan.rules.count)
    random = CloudRandom(seed: seed, salt: 0xFA17)
  }

  /// The fault of the next call, if it has one.
  mutating func next(_ call: FaultPlan.Call, type: String, at now: Int) -> FaultPlan.Fault? {
    if plan.outage?.contains(now) ?? false { return .refusedConnection }
    for (index, rule) in plan.rules.enumerated() {
      guard rule.calls.isEmpty || rule.calls.contains(call), rule.type == nil || rule.type == type else { continue }
      let position = matched[index]
      matched[index] += 1
      guard position >= rule.skip, rule.count.map({ position < rule.skip + $0 }) ?? true else { continue }
      if rule.perMille >= 1000 || random.happens(perMille: rule.perMille) { return rule.fault }
    }
    return nil
  }
}
