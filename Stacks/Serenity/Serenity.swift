import Strata

/// Serenity: seven stacks, in the order that their references ask for.
///
/// Source: "Serenity AWS Infrastructure Guide", version 1.0. Comments in the stacks quote it, with the row of the requirements list that
/// they meet; where AWS refuses what the guide asks for, they say what stands there instead, and why.
@InfrastructureBuilder
func serenity(_ settings: Serenity.Settings) -> Group {
  let network = NetworkStack(settings: settings)
  let security = SecurityStack(settings: settings, network: network)
  let auth = AuthStack(settings: settings, security: security)
  let data = DataStack(settings: settings, security: security)
  let compute = ComputeStack(settings: settings, network: network, security: security, auth: auth, data: data)
  network
  security
  auth
  data
  compute
  MonitoringStack(settings: settings, network: network, security: security, auth: auth, data: data, compute: compute)
  DistributionStack(settings: settings, security: security, data: data, compute: compute)
}

/// The name space of Serenity's own types.
enum Serenity {}
