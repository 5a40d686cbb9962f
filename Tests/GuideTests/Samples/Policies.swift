import Strata

enum Policies {
  @Stack final class DataStack {
    // snippet: policy-waived
    lazy var locks = SQS.Queue("locks").waived("R36", reason: "a lock lives for minutes", until: "2027-11-30")
    // end
  }

  // snippet: policy-environment
  static var production: Environment {
    Environment("production", region: .usEast1, target: .aws(account: "123456789012")) { DataStack() }
      .requiring(.hipaa, .pciDSS)
      .answering(ManualControl("business-associate-agreement", owner: "Privacy officer", due: "2027-06-30"))
      .waiving(Waiver("R34", "data/cache/token", reason: "the cache moves to IAM authentication", until: "2027-03-31"))
  }
  // end
}
