import Strata

extension Serenity {
  /// 3.64 "AWS BAA executed and current", "Physical security of data centers", "Regular compliance auditing scheduled": what no resource shows, and
  /// who answers for it.
  static let answers = [
    ManualControl("business-associate-agreement", owner: "Privacy officer", due: "2027-06-30"),
    ManualControl("physical-security", owner: "Facilities", due: "2027-06-30"),
    ManualControl("periodic-review", owner: "Security officer", due: "2027-03-31"),
  ]
}
