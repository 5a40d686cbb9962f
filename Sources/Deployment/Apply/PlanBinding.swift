import StrataModel

/// Checks that a plan is meant for a state, and that the user has accepted its dangers.
struct PlanBinding {
  let plan: Plan
  let snapshot: StateSnapshot
  let options: DeploymentOptions

  func check() throws(DeploymentError) {
    guard plan.format <= Plan.currentFormat else {
      throw DeploymentError(
        .foreignPlan,
        "The plan has format \(plan.format), and this version knows \(Plan.currentFormat). It was made by version \(plan.engine).")
    }
    guard Self.major(plan.engine) == Self.major(options.engine) else {
      throw DeploymentError(.foreignPlan, "The plan was made by version \(plan.engine), and this is version \(options.engine). Plan again.")
    }
    guard plan.environment == snapshot.environment else {
      throw DeploymentError(
        .foreignPlan, "The plan is for the environment '\(plan.environment)', and this state is of '\(snapshot.environment)'.")
    }
    guard plan.lineage == snapshot.lineage else {
      throw DeploymentError(
        .foreignPlan,
        "The plan is for another state of '\(plan.environment)' (lineage \(plan.lineage), not \(snapshot.lineage)). Plan again.")
    }
    guard plan.serial == snapshot.serial, plan.epoch == snapshot.epoch else {
      throw DeploymentError(
        .stalePlan,
        "The plan was made for serial \(plan.serial), and the state is at \(snapshot.serial): something was deployed since. Plan again."
      )
    }
    if plan.diagnostics.containsErrors {
      let first = plan.diagnostics.first { $0.severity == .error }?.message ?? ""
      throw DeploymentError(.planHasErrors, "The plan has errors and cannot be applied: \(first)")
    }
    let missing = plan.requiredAcknowledgements.filter { !options.acknowledged.contains($0) }
    if let first = missing.first {
      let more = missing.count > 1 ? " and \(missing.count - 1) more" : ""
      throw DeploymentError(
        .unacknowledged, "The plan deletes or replaces \(first.address)\(more), which needs your word (\(first.reason.rawValue)).")
    }
  }

  private static func major(_ version: String) -> Substring { version.prefix { $0 != "." } }
}
