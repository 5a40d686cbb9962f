import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

@Suite("Rules of CloudFront, WAF, Route 53, RDS, S3 and alarms")
struct EdgeAndDataRuleTests {
  private static func distribution(_ more: PropertyObject) -> PropertyObject {
    [
      "DistributionConfig": .object(
        ([
          "Enabled": true,
          "Origins": [["Id": "api", "DomainName": "api.example.com", "CustomOriginConfig": ["OriginProtocolPolicy": "https-only"]]],
          "DefaultCacheBehavior": [
            "TargetOriginId": "api", "ViewerProtocolPolicy": "https-only", "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
          ],
        ] as PropertyObject).merging(more))
    ]
  }

  @Test("Aliases need a certificate of us-east-1 that covers them, and the default one fixes the TLS version")
  func certificates() throws {
    var cloud = CloudFixture()
    let here = try cloud.make("CertificateManager::Certificate", ["DomainName": "*.example.com", "ValidationMethod": "DNS"]).identifier
    let there = try cloud.make(
      "CertificateManager::Certificate", ["DomainName": "*.example.com", "ValidationMethod": "DNS"], in: "eu-west-1"
    ).identifier
    let viewer: (String) -> PropertyValue = {
      ["AcmCertificateArn": .string($0), "SslSupportMethod": "sni-only", "MinimumProtocolVersion": "TLSv1.2_2021"]
    }
    expectRefusal("InvalidViewerCertificate") {
      try cloud.make("CloudFront::Distribution", Self.distribution(["Aliases": ["app.example.com"]]))
    }
    expectRefusal("InvalidViewerCertificate") {
      try cloud.make(
        "CloudFront::Distribution",
        Self.distribution(["ViewerCertificate": ["CloudFrontDefaultCertificate": true, "MinimumProtocolVersion": "TLSv1.2_2021"]]))
    }
    expectRefusal("InvalidViewerCertificate") {
      try cloud.make(
        "CloudFront::Distribution", Self.distribution(["Aliases": ["app.example.com"], "ViewerCertificate": viewer(there)]))
    }
    expectRefusal("InvalidViewerCertificate") {
      try cloud.make("CloudFront::Distribution", Self.distribution(["Aliases": ["app.example.org"], "ViewerCertificate": viewer(here)]))
    }
    let made = try cloud.make(
      "CloudFront::Distribution", Self.distribution(["Aliases": ["app.example.com"], "ViewerCertificate": viewer(here)]))
    #expect(made.identifier.count == 14 && made.identifier.hasPrefix("E"))
    #expect(made.properties["DomainName"]?.stringValue?.hasSuffix(".cloudfront.net") == true)
    expectRefusal("ResourceInUseException") { try cloud.delete("CertificateManager::Certificate", here) }
    expectRefusal("DistributionAlreadyExists") {
      try cloud.make("CloudFront::Distribution", Self.distribution(["Aliases": ["app.example.com"], "ViewerCertificate": viewer(here)]))
    }
  }

  @Test("Web ACLs of CloudFront stand in us-east-1 and are not associated")
  func webACLs() throws {
    var cloud = CloudFixture()
    let list: (String) -> PropertyObject = { scope in
      [
        "Name": "edge", "Scope": .string(scope), "DefaultAction": ["Allow": [:]],
        "VisibilityConfig": ["CloudWatchMetricsEnabled": true, "MetricName": "edge", "SampledRequestsEnabled": true],
      ]
    }
    expectRefusal("WAFInvalidParameterException") { try cloud.make("WAFv2::WebACL", list("CLOUDFRONT"), in: "us-west-2") }
    let edge = try cloud.make("WAFv2::WebACL", list("CLOUDFRONT"))
    let regional = try cloud.make("WAFv2::WebACL", list("REGIONAL"))
    let edgeARN = edge.properties["Arn"] ?? ""
    let regionalARN = regional.properties["Arn"] ?? ""
    #expect(edgeARN.stringValue?.contains(":global/webacl/edge/") == true)
    #expect(edge.identifier.split(separator: "|").count == 3)
    expectRefusal("WAFInvalidParameterException") {
      try cloud.make(
        "WAFv2::WebACLAssociation",
        ["ResourceArn": "arn:aws:cloudfront::123456789012:distribution/E2QWRUHAPOMQZL", "WebACLArn": edgeARN])
    }
    expectRefusal("InvalidWebACLId") {
      try cloud.make("CloudFront::Distribution", Self.distribution(["WebACLId": regionalARN]))
    }
    try cloud.make("CloudFront::Distribution", Self.distribution(["WebACLId": edgeARN]))
    expectRefusal("WAFAssociatedItemException") { try cloud.delete("WAFv2::WebACL", edge.identifier) }
    expectRefusal("WAFInvalidParameterException") {
      try cloud.make(
        "WAFv2::LoggingConfiguration",
        ["ResourceArn": regionalARN, "LogDestinationConfigs": ["arn:aws:logs:us-east-1:123456789012:log-group:waf"]])
    }
  }

  @Test("Records lie in their zone, are made once, and keep the zone")
  func records() throws {
    var cloud = CloudFixture()
    let zone = try cloud.make("Route53::HostedZone", ["Name": "example.com."]).identifier
    #expect(zone.hasPrefix("Z0") && zone.count == 21)
    let record: (String) -> PropertyObject = {
      ["HostedZoneId": .string(zone), "Name": .string($0), "Type": "A", "TTL": "60", "ResourceRecords": ["10.0.0.1"]]
    }
    expectRefusal("InvalidChangeBatch") { try cloud.make("Route53::RecordSet", record("app.example.org")) }
    try cloud.make("Route53::RecordSet", record("app.example.com"))
    expectRefusal("ResourceAlreadyExistsException") { try cloud.make("Route53::RecordSet", record("app.example.com")) }
    expectRefusal("HostedZoneNotEmpty") { try cloud.delete("Route53::HostedZone", zone) }
  }

  @Test("A replica needs a source with backups and a password of its own; protection holds")
  func databases() throws {
    var cloud = CloudFixture()
    let database: (String, PropertyObject) -> PropertyObject = { name, more in
      ([
        "DBInstanceIdentifier": .string(name), "Engine": "mysql", "DBInstanceClass": "db.t3.medium", "AllocatedStorage": "20",
        "MasterUsername": "admin", "BackupRetentionPeriod": 7, "DeletionProtection": true,
      ] as PropertyObject).merging(more)
    }
    try cloud.make("RDS::DBInstance", database("managed", ["ManageMasterUserPassword": true]))
    try cloud.make("RDS::DBInstance", database("bare", ["MasterUserPassword": "not-a-secret-1", "BackupRetentionPeriod": 0]))
    let good = try cloud.make("RDS::DBInstance", database("good", ["MasterUserPassword": "not-a-secret-1"]))
    #expect(good.properties["MasterUserPassword"] == nil)
    #expect(good.properties["Endpoint"]?["Address"]?.stringValue?.hasPrefix("good.") == true)
    let replica: (String) -> PropertyObject = {
      ["DBInstanceIdentifier": "replica", "SourceDBInstanceIdentifier": .string($0), "DBInstanceClass": "db.t3.medium"]
    }
    expectRefusal("InvalidParameterCombination") { try cloud.make("RDS::DBInstance", replica("managed")) }
    expectRefusal("InvalidDBInstanceState") { try cloud.make("RDS::DBInstance", replica("bare")) }
    try cloud.make("RDS::DBInstance", replica("good"))
    expectRefusal("InvalidParameterCombination") { try cloud.delete("RDS::DBInstance", "good") }
    let vpc = try cloud.vpc()
    let subnets = [try cloud.subnet(vpc, "10.0.1.0/24"), try cloud.subnet(vpc, "10.0.2.0/24")]
    expectRefusal("DBSubnetGroupDoesNotCoverEnoughAZs") {
      try cloud.make(
        "RDS::DBSubnetGroup", ["DBSubnetGroupDescription": "db", "SubnetIds": .array(subnets.map { .string($0) })])
    }
  }

  @Test("Object lock and replication need versioning")
  func buckets() throws {
    var cloud = CloudFixture()
    let lock: PropertyObject = [
      "ObjectLockConfiguration": ["ObjectLockEnabled": "Enabled", "Rule": ["DefaultRetention": ["Mode": "COMPLIANCE", "Years": 7]]]
    ]
    expectRefusal("InvalidRequest") { try cloud.make("S3::Bucket", lock.merging(["BucketName": "audit-1"])) }
    expectRefusal("InvalidBucketState") {
      try cloud.make(
        "S3::Bucket",
        lock.merging(["BucketName": "audit-1", "ObjectLockEnabled": true, "VersioningConfiguration": ["Status": "Suspended"]]))
    }
    try cloud.make("S3::Bucket", lock.merging(["BucketName": "audit-1", "ObjectLockEnabled": true]))
    expectRefusal("BucketAlreadyOwnedByYou") { try cloud.make("S3::Bucket", ["BucketName": "audit-1"], in: "eu-west-1") }
    expectRefusal("BucketAlreadyExists") { try cloud.make("S3::Bucket", ["BucketName": "audit-1"], account: "999999999999") }
  }

  @Test("The alarms of a composite alarm exist and outlive it")
  func compositeAlarms() throws {
    var cloud = CloudFixture()
    let composite: PropertyObject = ["AlarmName": "all", "AlarmRule": "ALARM(errors) OR ALARM(\"latency\")"]
    expectRefusal("ValidationError") { try cloud.make("CloudWatch::CompositeAlarm", composite) }
    for name in ["errors", "latency"] {
      try cloud.make(
        "CloudWatch::Alarm",
        [
          "AlarmName": .string(name), "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1, "MetricName": "M",
          "Namespace": "N", "Period": 60, "Statistic": "Sum", "Threshold": 1,
        ])
    }
    try cloud.make("CloudWatch::CompositeAlarm", composite)
    expectRefusal("ResourceConflict") { try cloud.delete("CloudWatch::Alarm", "latency") }
    #expect(try cloud.delete("CloudWatch::CompositeAlarm", "all") == .gone)
    #expect(try cloud.delete("CloudWatch::Alarm", "latency") == .gone)
  }
}
