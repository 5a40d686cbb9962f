import Strata

/// Scrybe: the key for protected health information, and everything that watches over it.
///
/// Source: "Scrybe AWS KMS Infrastructure". Comments in the stack quote it, with the row of the requirements list that they meet; where AWS
/// refuses what the document asks for, they say what stands there instead, and why.
@InfrastructureBuilder
func scrybe(_ settings: Scrybe.Settings) -> Group {
  settings.problems
  Scrybe.EncryptionStack(settings: settings)
}

/// The name space of Scrybe's own types.
enum Scrybe {}
