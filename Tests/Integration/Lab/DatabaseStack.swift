import Strata

/// Relational databases and caches.
@Stack final class DatabaseStack {
  let variant: Variant
  let network: NetworkStack
  let messaging: MessagingStack

  // moto's ModifyDBSubnetGroup loses the group.
  lazy var subnets = RDS.DBSubnetGroup(
    "subnets", dbSubnetGroupDescription: "Databases", subnetIds: [network.first, network.second], dbSubnetGroupName: "lab-subnets")

  lazy var parameters = RDS.DBParameterGroup(
    "parameters", description: "Databases", family: "postgres16", dbParameterGroupName: variant.replaced("lab-parameters", "lab-settings"),
    parameters: ["log_statement": variant.changed("ddl", "all"), "log_min_duration_statement": "1000"])

  lazy var database = RDS.DBInstance(
    "database", allocatedStorage: variant.changed("20", "30"), autoMinorVersionUpgrade: variant.changed(true, false),
    backupRetentionPeriod: variant.changed(1, 7), copyTagsToSnapshot: variant.changed(false, true),
    dbInstanceClass: variant.changed("db.t3.micro", "db.t3.small"),
    dbInstanceIdentifier: variant.replaced("lab-database", "lab-database-2"), dbParameterGroupName: parameters, dbSubnetGroupName: subnets,
    deletionProtection: false, engine: "postgres", engineVersion: "16.10", masterUserPassword: "not-a-secret", masterUsername: "lab",
    publiclyAccessible: false, storageEncrypted: true, vpcSecurityGroups: [network.data])

  lazy var login = SecretsManager.Secret(
    "login",
    generateSecretString: .init(
      excludePunctuation: true, generateStringKey: "password", passwordLength: 24, secretStringTemplate: #"{"username":"lab"}"#),
    name: "lab/database-login")

  var body: some Infrastructure {
    SecretsManager.SecretTargetAttachment(
      "login-target", secretId: login, targetId: database.dbInstanceIdentifier, targetType: "AWS::RDS::DBInstance")
    // moto cannot modify a subscription.
    RDS.EventSubscription(
      "events", snsTopicArn: messaging.alerts, enabled: true, eventCategories: ["failure"], sourceType: "db-instance",
      subscriptionName: variant.replaced("lab-events", "lab-events-2"))
  }
}
