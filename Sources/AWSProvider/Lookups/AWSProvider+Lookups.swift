import AWSClient
public import StrataDeployment
public import StrataModel

extension AWSProvider {
  /// Asks Systems Manager, EC2 or Organizations.
  ///
  /// Sources: Systems Manager API reference, GetParameter; EC2 API reference, DescribeAvailabilityZones; Organizations API reference,
  /// DescribeOrganization.
  public func lookUp(_ query: LookupQuery) async throws(ProviderError) -> PropertyValue {
    do {
      return try await answer(query, sessions.caller(in: query.placement))
    } catch {
      throw ErrorMapping.providerError(error, type: "")
    }
  }

  private func answer(_ query: LookupQuery, _ caller: any ServiceCaller) async throws -> PropertyValue {
    switch query.subject {
    case .parameter(let name):
      let parameter = try await caller.call("ssm", "GetParameter", ["Name": .string(name)])["Parameter"]
      if parameter?["Type"]?.string == "SecureString" {
        throw ProviderError(.invalidRequest, "'\(name)' is a secret; take it as .systemsManagerParameter(…) where a secret is expected")
      }
      guard let value = parameter?["Value"]?.string else { throw ProviderError(.notFound, "the parameter '\(name)' shows no value") }
      return .string(value)
    case .availabilityZones:
      let filters: AWSValue = [
        ["Name": "zone-type", "Values": ["availability-zone"]], ["Name": "region-name", "Values": [.string(query.placement.region)]],
      ]
      let answer = try await caller.call("ec2", "DescribeAvailabilityZones", ["Filters": filters])
      let names = (answer["AvailabilityZones"]?.list ?? []).compactMap { $0["ZoneName"]?.string }.sorted()
      guard !names.isEmpty else { throw ProviderError(.notFound, "the region \(query.placement.region) offers no availability zone") }
      return .array(names.map { .string($0) })
    case .organization(let attribute):
      let organization = try await caller.call("organizations", "DescribeOrganization", [:])["Organization"]
      let member = attribute == "ManagementAccountId" ? "MasterAccountId" : attribute
      guard let value = organization?[member]?.string else { throw ProviderError(.notFound, "the organization shows no \(attribute)") }
      return .string(value)
    case .account, .resource, .match:
      throw ProviderError(.unsupported, "the \(query.summary) is read otherwise")
    }
  }
}
