import StrataModel

extension PolicyRule {
  private static let common = ["Application", "Environment", "Owner", "CostCenter", "ManagedBy"]
  private static let ofData = ["DataClassification", "Purpose", "RetentionDays"]

  static let classification = PolicyRule(
    "R40", "tags-and-classification", title: "Everything says whose it is, and data what it is, what it is for and how long it is kept",
    why: "what belongs to nobody is patched by nobody, and data without a purpose may not be kept",
    remedy: "add the tags: .tagged([…]) on the stack, or tags: on the environment",
    controls: [.gdpr("5(1)(b)"), .gdpr("5(1)(e)"), .gdpr("30"), .soc2("CC6.1")]
  ) { context, assessment in
    for node in context.graph.resources {
      guard let tags = context.tags(of: node), !ownTagging.contains(node.type) else { continue }
      var missing = common.filter { tags[$0] == nil }
      if dataStores.contains(node.type) { missing += ofData.filter { tags[$0] == nil } }
      assessment.require(
        missing.isEmpty, of: node, at: "Tags",
        "the tag\(missing.count == 1 ? "" : "s") \(missing.joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") missing")
      if let days = tags["RetentionDays"].flatMap({ Int($0) }) { check(node, promised: days, &assessment) }
    }
  }

  /// Types that hold data of people or of the business.
  private static let dataStores: Set<String> = [
    "AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::ElastiCache::ReplicationGroup",
    "AWS::EFS::FileSystem",
  ]

  /// Types whose tags are somebody else's: AWS makes service-linked roles for itself and refuses tags on them.
  private static let ownTagging: Set<String> = ["AWS::IAM::ServiceLinkedRole"]

  /// What a tag promises, the lifecycle keeps.
  private static func check(_ node: ResourceNode, promised days: Int, _ assessment: inout PolicyAssessment) {
    var kept: [(Int, PropertyPath)] = []
    if node.type == "AWS::Logs::LogGroup", let days = node.properties["RetentionInDays"]?.wholeNumber {
      kept.append((days, "RetentionInDays"))
    }
    if node.type == "AWS::S3::Bucket" {
      for (index, rule) in (node.properties.value(at: "LifecycleConfiguration", "Rules")?.elements ?? []).enumerated() {
        guard rule["Status"] != "Disabled", let days = rule["ExpirationInDays"]?.wholeNumber else { continue }
        kept.append((days, PropertyPath("LifecycleConfiguration").appending(key: "Rules").appending(index: index)))
      }
    }
    for (actual, path) in kept where actual != days {
      assessment.report(
        node, at: path, "the tag RetentionDays promises \(days) days, but the data is kept for \(actual)",
        remedy: "make the tag and the lifecycle say the same")
    }
  }
}
