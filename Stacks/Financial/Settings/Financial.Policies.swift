import Strata

extension Financial {
  /// "Logical and physical access controls", "Data encryption and pseudonymization", "Regular security testing": what no resource shows, and who
  /// answers for it.
  static let answers = [
    ManualControl("physical-security", owner: "Facilities", due: "2027-06-30"),
    ManualControl("pseudonymization", owner: "Data protection officer", due: "2027-06-30"),
    ManualControl("penetration-testing", owner: "Security operations", due: "2027-06-30"),
    ManualControl("periodic-review", owner: "Security operations", due: "2027-03-31"),
  ]

  /// What the document leaves for later, among its "Future Enhancements", or scales down on purpose.
  static let waivers = [
    Waiver(
      "R28", "*-compute/balancer/load-balancer",
      reason: "\"WAF & Shield: For enhanced protection of public-facing applications\" is a future enhancement of the document",
      until: "2027-06-30"),
    Waiver(
      "R34", "*-data/cache/token",
      reason: "\"AWS Secrets Manager: For enhanced secrets rotation and management\" is a future enhancement of the document",
      until: "2027-06-30"),
    Waiver(
      "R37", "production-recovery-data/cache/group",
      reason: "\"Warm Standby: Scaled-down but fully functional environment in a secondary region\"", until: "2027-11-30"),
    Waiver(
      "R37", "production-recovery-compute/servers/group",
      reason: "\"Warm Standby: Scaled-down but fully functional environment in a secondary region\"", until: "2027-11-30"),
  ]
}
