import StrataModel

extension Placement {
  /// Another region, another account, or both; what is `nil` stays as it is.
  ///
  /// The way to another account begins where the environment's own roles end. The environment's account, named once more without roles, is reached
  /// as the environment itself is.
  func moved(to region: Region?, of account: Account?) -> Placement {
    let region = region?.name ?? self.region
    guard let account else { return Placement(account: self.account, region: region, roleChain: roleChain) }
    let partition = Self.partition(ofRegion: region)
    return Placement(account: account.id, region: region, roleChain: roleChain + account.roleChain(partition: partition))
  }
}
