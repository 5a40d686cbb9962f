import Strata

extension Scrybe {
  /// "Compliance: HIPAA, SOC 2": what no resource shows, and who answers for it.
  static let answers = [
    ManualControl("business-associate-agreement", owner: "Privacy officer", due: "2027-06-30"),
    ManualControl("physical-security", owner: "Facilities", due: "2027-06-30"),
    ManualControl("penetration-testing", owner: "Security team", due: "2027-06-30"),
    ManualControl("periodic-review", owner: "Security team", due: "2027-03-31"),
  ]

  /// The document is about one key and its watch.
  static let waivers = [
    Waiver(
      "R39", "account:*", reason: "GuardDuty and AWS Config belong to the account's platform; this repository holds the key alone",
      until: "2027-11-30"),
    Waiver(
      "R19", "encryption/trail/trail",
      reason: "the document watches this trail for the key; sign-ins, IAM and networks are watched by the account's platform",
      until: "2027-11-30"),
  ]
}
