public import StrataModel

/// Strata's own rules, from which each framework takes those that serve one of its controls.
///
/// The pack of the AWS foundations is a selection: key rotation, private and TLS-only buckets, encrypted databases, the trail and its alarms, flow
/// logs, access lists, closed ports, least privilege, hardened servers and detection, and the settings of the account that only it asks for. The
/// parts of the benchmark that no graph shows, such as the root user's second factor, are manual controls.
public enum PolicyPacks {
  /// All rules, by id.
  public static let rules: [PolicyRule] = [
    // Encryption
    .keyRotation, .keyDeletionWindow, .keyPrincipals, .keyCrossAccountDeny, .keyAdministrators, .breakGlass, .databaseEncryption,
    .bucketEncryption, .logEncryption, .serviceEncryption, .keyConsumers,
    // Storage
    .publicAccess, .versioning, .bucketTransport,
    // Audit
    .auditRetention, .auditImmutability, .trail, .keyAlarms, .securityEventAlarms, .alarmActions, .flowLogs,
    // Network
    .networkTiers, .accessLists, .administrativePorts, .securityGroups, .edgeTransport, .databaseTransport, .webFirewall, .securityHeaders,
    // Identity
    .userPools, .sessionLength, .leastPrivilege, .plainSecrets, .secretRotation, .tenantIsolation,
    // Backup, compute, detection, governance
    .dataProtection, .availability, .computeHardening, .detection, .classification,
    // AWS foundations only
    .passwordPolicy, .volumeEncryption, .accountPublicAccess, .accessAnalyzer, .identityUsers,
  ]

  /// The rules that are evidence for controls of frameworks.
  public static func rules(serving frameworks: [Framework]) -> [PolicyRule] { rules.filter { $0.serves(frameworks) } }
}
