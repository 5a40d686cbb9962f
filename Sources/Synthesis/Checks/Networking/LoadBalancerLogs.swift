import StrataLanguage
import StrataModel

/// Access logs of a load balancer go to a bucket with S3's own encryption, whose policy lets the load balancers write.
struct LoadBalancerLogs: GraphCheck {
  let types = ["AWS::ElasticLoadBalancingV2::LoadBalancer"]
  let source = """
    Elastic Load Balancing user guide, "Enable access logs": the bucket's policy is proven when logs are switched on, and SSE-S3 is the only \
    encryption
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    var hasPolicy: Set<Int> = []
    for index in program.indices(of: "AWS::S3::BucketPolicy") {
      if let bucket = program.target(of: program.resources[index].properties["Bucket"]) { hasPolicy.insert(bucket) }
    }
    for index in program.indices(of: "AWS::ElasticLoadBalancingV2::LoadBalancer") {
      let balancer = program.resources[index]
      var attributes: [String: PropertyValue] = [:]
      for attribute in balancer.properties["LoadBalancerAttributes"]?.elements ?? [] {
        if let key = attribute["Key"]?.stringValue { attributes[key] = attribute["Value"] }
      }
      guard attributes["access_logs.s3.enabled"]?.isTrue == true,
        let bucket = program.target(of: attributes["access_logs.s3.bucket"], type: "AWS::S3::Bucket")
      else { continue }
      let resource = program.resources[bucket]
      let note = Diagnostic.Note("the bucket is declared here", at: resource.source)
      let rules = resource.properties.value(at: "BucketEncryption", "ServerSideEncryptionConfiguration")?.elements ?? []
      let algorithms = rules.compactMap { $0.value(at: "ServerSideEncryptionByDefault", "SSEAlgorithm")?.stringValue }
      if (balancer.properties["Type"]?.stringValue ?? "application") == "application", algorithms.contains(where: { $0 != "AES256" }) {
        report.error(
          "access-log-bucket-encryption",
          "access logs go to '\(resource.address)', which encrypts with KMS; load balancers take SSE-S3 only",
          remedy: "give the logs a bucket of their own with SSEAlgorithm AES256", at: balancer, path: "LoadBalancerAttributes",
          notes: [note])
      }
      if !hasPolicy.contains(bucket) {
        report.error(
          "access-log-bucket-policy", "access logs go to '\(resource.address)', which has no bucket policy that lets load balancers write",
          remedy: "allow s3:PutObject to the service logdelivery.elasticloadbalancing.amazonaws.com", at: balancer,
          path: "LoadBalancerAttributes", notes: [note])
      }
    }
  }
}
