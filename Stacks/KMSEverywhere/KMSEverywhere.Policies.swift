import Strata

extension KMSEverywhere {
  /// 1.2 "Meet regulatory requirements consistently": what no resource shows, and who answers for it.
  static let answers = [
    ManualControl("business-associate-agreement", owner: "Privacy officer", due: "2027-06-30"),
    ManualControl("physical-security", owner: "Facilities", due: "2027-06-30"),
    ManualControl("periodic-review", owner: "Security officer", due: "2027-03-31"),
  ]

  /// The document is about encryption, in an account that others watch.
  static let waivers = [
    Waiver(
      "R39", "account:*", reason: "GuardDuty and AWS Config of the account belong to the platform that this baseline is deployed into",
      until: "2027-11-30")
  ]
}
