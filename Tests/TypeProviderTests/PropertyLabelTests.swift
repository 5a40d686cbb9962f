import ResourceCatalog
import Testing
import TypeProvider

@Suite("Labels of properties")
struct PropertyLabelTests {
  @Test(
    "A name becomes lower camel case in which acronyms are words like any other",
    arguments: [
      ("KMSMasterKeyID", "kmsMasterKeyId"), ("KmsMasterKeyId", "kmsMasterKeyId"), ("BucketName", "bucketName"),
      ("DBSubnetGroupName", "dbSubnetGroupName"), ("EC2InstanceId", "ec2InstanceId"), ("IPv6CidrBlock", "ipv6CidrBlock"),
      ("Ipv6CidrBlock", "ipv6CidrBlock"), ("WAFv2Arn", "wafv2Arn"), ("SubnetARNs", "subnetArns"), ("VPCsInUse", "vpcsInUse"),
      ("PreferredCacheClusterAZs", "preferredCacheClusterAzs"), ("IAMRoleARN", "iamRoleArn"), ("AllowedOAuthFlows", "allowedOAuthFlows"),
      ("S3KMSKeyARN", "s3KmsKeyArn"), ("SSESpecification", "sseSpecification"), ("EnableIOPS", "enableIops"), ("IsPublic", "isPublic"),
      ("kinesisStream", "kinesisStream"), ("X", "x"), ("Foo.Bar", "fooBar"), ("aws:foo_bar", "awsFooBar"), ("2FA", "_2Fa"),
    ])
  func labels(name: String, label: String) {
    #expect(PropertyLabel.label(for: name) == label)
  }

  @Test("A label that generated code needs itself gets a suffix", arguments: [("Line", "lineValue"), ("Column", "columnValue")])
  func reserved(name: String, label: String) {
    #expect(PropertyLabel.label(for: name) == label)
    #expect(!PropertyLabel.sourceLocationLabels.contains(PropertyLabel.label(for: name)))
  }

  @Test("Of equal labels the first name in byte order keeps it, whatever the order of the names")
  func collisions() {
    #expect(PropertyLabel.labels(for: ["KmsKeyId", "KMSKeyId", "Name"]) == ["kmsKeyId2", "kmsKeyId", "name"])
    #expect(PropertyLabel.labels(for: ["KMSKeyId", "Name", "KmsKeyId"]) == ["kmsKeyId", "name", "kmsKeyId2"])
    #expect(PropertyLabel.namesByLabel(["KmsKeyId", "KMSKeyId"]) == ["kmsKeyId": "KMSKeyId", "kmsKeyId2": "KmsKeyId"])
  }

  @Test("No two properties of any object of any type have one label")
  func uniqueEverywhere() {
    var objects = 0
    for type in ResourceCatalog.aws.types {
      var schemas = [type.schema]
      for position in 0..<type.definitionCount { schemas.append(type.definition(at: position).schema) }
      for schema in schemas where !schema.properties.isEmpty {
        let names = schema.properties.map { String($0.name) }
        objects += 1
        #expect(Set(PropertyLabel.labels(for: names)).count == names.count, "\(type.name)")
      }
    }
    #expect(objects > 10_000)
  }

  @Test("Parameters are ordered: required ones first, then by label")
  func order() throws {
    let queue = try #require(ResourceSurface(typeName: "AWS::EC2::Subnet"))
    let required = queue.parameters.prefix { $0.isRequired }
    #expect(required.map(\.label) == ["vpcId"])
    let optional = queue.parameters.dropFirst(required.count).map(\.label)
    #expect(optional == optional.sorted() && optional.contains("cidrBlock"))
  }
}
