import Strata

extension Financial {
  /// 4.28 "Backup & Restore: Regular snapshots of all critical data stores": where the copies lie when the region is lost.
  @Stack final class VaultStack {
    let id: String
    let site: Site

    lazy var key = EncryptedKey(
      "key", alias: "\(site.prefix)-vault", description: "Financial \(site.workload.name): copies of backups", uses: [.senders("backup")],
      deniesOtherAccounts: true)

    lazy var vault = LockedVault("vault", name: "\(site.prefix)-vault", key: key)
  }
}
