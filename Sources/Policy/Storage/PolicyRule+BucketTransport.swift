import StrataModel

extension PolicyRule {
  static let bucketTransport = PolicyRule(
    "R14", "s3-tls-only", title: "Buckets are reached by TLS 1.2 or later only",
    why: "S3 answers plain HTTP unless a bucket's policy refuses it",
    remedy: "deny s3:* where aws:SecureTransport is false and where s3:TlsVersion is less than 1.2, as BucketAccess does",
    controls: [.hipaa("164.312(e)(1)"), .pciDSS("4.2"), .awsFoundations("2.1.1")]
  ) { context, assessment in
    for bucket in context.all("AWS::S3::Bucket") {
      let denied = context.statements(ofBucket: bucket).filter { !$0.isAllow && $0.isForAnyone && $0.covers("s3:GetObject") }
      let owner = context.policy(ofBucket: bucket).map { [Diagnostic.Note("its policy is declared here", at: $0.source)] } ?? []
      let refusesHTTP = denied.contains { $0.condition("Bool", "aws:SecureTransport").contains { $0.isFalse } }
      let refusesOldTLS = denied.contains { statement in
        statement.condition("NumericLessThan", "s3:TlsVersion").contains { ($0.scalarText.flatMap(Double.init) ?? 0) >= 1.2 }
      }
      assessment.require(refusesHTTP, of: bucket, "nothing refuses plain HTTP to the bucket", notes: owner)
      assessment.require(refusesOldTLS, of: bucket, "nothing refuses TLS before 1.2 to the bucket", notes: owner)
    }
  }
}
