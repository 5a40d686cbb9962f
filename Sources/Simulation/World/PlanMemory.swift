import StrataModel
import Synchronization

/// The first plans of one graph: a sweep deploys it to nothing again and again, and a plan is equal for equal arguments.
final class PlanMemory: Sendable {
  private let plans = Mutex<[Observations: Plan]>([:])

  /// What differs between first plans is what was observed: the time, and the digests of secrets.
  func plan(_ observations: Observations, _ make: () -> Plan) -> Plan {
    if let known = plans.withLock({ $0[observations] }) { return known }
    let plan = make()
    plans.withLock { plans in
      if plans.count >= Self.mostPlans { plans = [:] }
      plans[observations] = plan
    }
    return plan
  }

  private static let mostPlans = 16
}
