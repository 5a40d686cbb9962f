import StrataLanguage
import StrataModel

/// What is used by identifier lives in the same region: a VPC of its subnets, a key of what it encrypts.
///
/// Accounts may differ: subnets, keys and more can be shared.
struct RegionAgreement: GraphCheck {
  let types = ["*"]
  let source = """
    EC2 user guide, "Resource locations" (ids are regional); KMS developer guide, "Multi-Region keys" (a key serves its own region); \
    ElasticLoadBalancingV2 API reference (certificates and web ACLs of the same region)
    """

  /// Services whose objects are found by identifier in their own region only.
  private static let regional = [
    "AWS::EC2::", "AWS::ElasticLoadBalancingV2::", "AWS::ECS::", "AWS::RDS::", "AWS::ElastiCache::", "AWS::Cognito::",
  ]

  /// Properties that name a key which must be of the consumer's region.
  private static let keyProperties: Set<String> = [
    "KmsKeyId", "KmsKeyArn", "KMSMasterKeyID", "KMSMasterKeyId", "KmsMasterKeyId", "EncryptionKeyArn", "KmsKey",
    "PerformanceInsightsKMSKeyId",
  ]

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    // Nearly every program has one place alone.
    guard let first = program.resources.first?.placement.region, program.resources.contains(where: { $0.placement.region != first }) else {
      return
    }
    for site in program.sites where site.isWhole {
      guard let index = site.producer else { continue }
      let consumer = program.resources[site.consumer]
      let producer = program.resources[index]
      guard consumer.placement.region != producer.placement.region, isBound(site, consumer, producer) else { continue }
      let (place, own) = (producer.placement.region, consumer.placement.region)
      report.error(
        "wrong-region", "\(site.path) names '\(producer.address)' in \(place), and '\(consumer.address)' is in \(own)",
        remedy: producer.type.hasPrefix("AWS::KMS::") ? "refer to a replica of the key in \(own)" : "place both in one region",
        at: consumer,
        path: site.path, notes: [Diagnostic.Note("'\(producer.address)' is declared here", at: producer.source)])
    }
  }

  private func isBound(_ site: ReferenceSite, _ consumer: DeclaredResource, _ producer: DeclaredResource) -> Bool {
    if producer.type == "AWS::KMS::Key" || producer.type == "AWS::KMS::ReplicaKey" {
      guard case .key(let property)? = site.path.components.last, Self.keyProperties.contains(property) else { return false }
      // Copies in other regions name keys of those regions.
      let first = site.path.property ?? ""
      return !["Replicas", "ReplicaRegions", "ReplicationConfiguration", "Distributions"].contains(first)
    }
    if producer.type == "AWS::CertificateManager::Certificate" { return consumer.type == "AWS::ElasticLoadBalancingV2::Listener" }
    if consumer.type.hasPrefix("AWS::EC2::TransitGateway") || consumer.type == "AWS::EC2::VPCPeeringConnection" { return false }
    guard Self.regional.contains(where: { producer.type.hasPrefix($0) }), Self.regional.contains(where: { consumer.type.hasPrefix($0) })
    else {
      return false
    }
    return consumer.type != "AWS::RDS::DBInstance" || site.path.property != "SourceDBInstanceIdentifier"
  }
}
