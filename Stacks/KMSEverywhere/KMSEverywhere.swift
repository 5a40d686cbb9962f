import Strata

/// KMS everywhere: a system of which everything at rest is encrypted with one customer-managed key.
///
/// Source: "ADR 0004: KMS Encryption Strategy". Comments in the stacks quote it, with the row of the requirements list that they meet; where
/// AWS refuses what the document asks for, they say what stands there instead, and why.
///
/// 1.5 "No conditional logic for key creation or usage", "Removed `enable_kms_encryption` variable": there is none. The components take the
/// key as an argument that cannot be left out and cannot be `nil`, so a bucket or database without it does not compile.
@InfrastructureBuilder
func kmsEverywhere(_ settings: KMSEverywhere.Settings) -> Group {
  let encryption = KMSEverywhere.EncryptionStack(settings: settings)
  let network = KMSEverywhere.NetworkStack(settings: settings)
  let data = KMSEverywhere.DataStack(settings: settings, encryption: encryption, network: network)
  encryption
  network
  data
  KMSEverywhere.NotificationStack(settings: settings, encryption: encryption, data: data)
  KMSEverywhere.MonitoringStack(settings: settings, encryption: encryption, network: network, data: data)
}

/// The name space of the system's own types.
package enum KMSEverywhere {}
