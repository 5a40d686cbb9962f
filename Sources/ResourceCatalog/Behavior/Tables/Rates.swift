/// Creates per second that a service grants an account in a region.
///
/// Sources: "Quotas" pages of the services (KMS request quotas, CloudWatch and CloudWatch Logs service quotas, Route 53 "API requests", WAF
/// "maximum calls per second", SNS CreateTopic, Systems Manager PutParameter, ACM). Read from memory, to be confirmed: all unverified but
/// KMS and Route 53, which the requirements state.
enum Rates {
  static func apply(to table: inout BehaviorTable) {
    for (type, rate) in rows { table.update(type) { $0.createRate = rate } }
  }

  private static let rows: [(String, Int)] = [
    ("CertificateManager::Certificate", 5),
    ("CloudWatch::Alarm", 3),
    ("KMS::Alias", 5),
    ("KMS::Key", 5),
    ("KMS::ReplicaKey", 5),
    ("Lambda::Function", 15),
    ("Lambda::Permission", 15),
    ("Logs::LogGroup", 10),
    ("Logs::MetricFilter", 5),
    ("Logs::SubscriptionFilter", 5),
    ("Organizations::Account", 1),
    ("Organizations::OrganizationalUnit", 1),
    ("Organizations::Policy", 1),
    ("Route53::HealthCheck", 5),
    ("Route53::HostedZone", 5),
    ("Route53::RecordSet", 5),
    ("SNS::Topic", 30),
    ("SSM::Parameter", 3),
    ("WAFv2::IPSet", 1),
    ("WAFv2::LoggingConfiguration", 1),
    ("WAFv2::WebACL", 1),
    ("WAFv2::WebACLAssociation", 1),
  ]
}
