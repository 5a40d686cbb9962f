/// Types for which one read must prove absence before a create is sent.
///
/// All upserts and singletons, because their create answers success for, or refers to, what exists already; and creates that do so for a name.
enum Prechecks {
  static func apply(to table: inout BehaviorTable) {
    // CreateBucket in us-east-1 answers 200 for one's own bucket and resets its ACL; the others answer with the object of that name.
    table.update([
      "ElasticLoadBalancingV2::LoadBalancer", "ElasticLoadBalancingV2::TargetGroup", "S3::Bucket", "SNS::Topic", "SQS::Queue",
    ]) { $0.needsPrecheck = true }
    table.updateAll { behavior in
      if behavior.apiClass == .upsert || behavior.apiClass == .singleton { behavior.needsPrecheck = true }
    }
  }
}
