import StrataModel

extension CloudStore {
  /// The availability zones of subnets that this cloud knows.
  func zones(of subnets: [CloudObject]) -> Set<String> {
    Set(subnets.map { $0.inputs.text("AvailabilityZone") ?? $0.inputs.text("AvailabilityZoneId") ?? "zone of " + $0.identifier })
  }
}
