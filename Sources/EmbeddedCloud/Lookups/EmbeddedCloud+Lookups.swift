public import StrataDeployment
public import StrataModel

extension EmbeddedCloud {
  /// Answers from what the cloud holds, and with made-up values of the right form for what AWS publishes; the same on every run.
  public func lookUp(_ query: LookupQuery) async throws(ProviderError) -> PropertyValue {
    switch query.subject {
    case .parameter(let name):
      if let value = try parameter(name, in: query.placement) { return .string(value) }
      guard let value = PublicParameters.value(of: name, in: query.placement.region) else {
        throw ProviderError(
          .notFound,
          name.hasPrefix("/aws/")
            ? "this cloud knows no public parameter '\(name)'" : "there is no parameter '\(name)' in \(query.placement)",
          serviceCode: "ParameterNotFound")
      }
      return .string(value)
    case .availabilityZones: return .array(RegionalZones.names(in: query.placement.region).map { .string($0) })
    case .organization(let attribute): return .string(try organization(attribute, in: query.placement))
    case .account: return .string(query.placement.account)
    case .resource, .match: throw ProviderError(.unsupported, "existing objects are read and found, not asked for")
    }
  }

  private func parameter(_ name: String, in placement: Placement) throws(ProviderError) -> String? {
    let object = objects.first { object in
      object.type == "AWS::SSM::Parameter" && object.scope.account == placement.account && object.scope.region == placement.region
        && object.properties.text("Name") == name
    }
    guard let object else { return nil }
    guard let value = object.properties.text("Value") else {
      throw ProviderError(.notFound, "the parameter '\(name)' shows no value")
    }
    return value
  }

  private func organization(_ attribute: String, in placement: Placement) throws(ProviderError) -> String {
    let all = objects
    let member = all.first { object in
      object.type == "AWS::Organizations::Account"
        && (object.identifier == placement.account || object.properties.text("AccountId") == placement.account)
    }
    let manager = member?.scope.account ?? placement.account
    let organization = all.first { $0.type == "AWS::Organizations::Organization" && $0.scope.account == manager }
    guard let organization else {
      throw ProviderError(
        .notFound, "the account \(placement.account) is in no organization", serviceCode: "AWSOrganizationsNotInUseException")
    }
    if attribute == "ManagementAccountId" { return manager }
    guard let value = organization.properties.text(attribute) else {
      throw ProviderError(.notFound, "the organization shows no \(attribute)")
    }
    return value
  }
}
