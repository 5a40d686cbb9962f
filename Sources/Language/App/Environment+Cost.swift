public import StrataModel

extension Environment {
  /// Says how much is assumed to be used in a month, for the estimate of `deploy cost`.
  ///
  /// - Parameters:
  ///   - values: the quantities by kind; each is of one resource.
  ///   - address: the resource, component or stack that they hold for; `nil` for everything.
  public func usage(_ values: [UsageKind: Quantity], of address: ResourceAddress? = nil) -> Environment {
    var environment = self
    environment.cost.usage.set(values, of: address)
    return environment
  }

  /// Says what documents say that the environment costs, so that `deploy cost` shows the estimate beside it.
  public func documentedCosts(_ figures: DocumentedCost...) -> Environment {
    var environment = self
    environment.cost.documented += figures
    return environment
  }

  /// Says what the environment may cost a month: `deploy cost` fails for an estimate above it.
  public func budget(_ monthly: Money) -> Environment {
    var environment = self
    environment.cost.budget = monthly
    return environment
  }

  /// Says which tag tells whose a resource is; `TenantId` where nothing is said.
  public func tenantTag(_ key: String) -> Environment {
    var environment = self
    environment.cost.tenantTag = key
    return environment
  }
}
