import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Distributions")
struct DistributionHandlerTests {
  private let distribution = ResourceFixture("AWS::CloudFront::Distribution")

  private let declaration: PropertyObject = [
    "DistributionConfig": [
      "Enabled": true, "Aliases": ["www.example.com"],
      "Origins": [["Id": "app", "DomainName": "app.example.com", "CustomOriginConfig": ["OriginProtocolPolicy": "https-only"]]],
      "DefaultCacheBehavior": ["TargetOriginId": "app", "ViewerProtocolPolicy": "redirect-to-https", "CachePolicyId": "policy"],
    ]
  ]

  /// The whole configuration: CloudFront resets what an update leaves out.
  private func configuration(reference: AWSValue, comment: AWSValue = "") -> AWSValue {
    let none: AWSValue = ["Quantity": 0]
    let reading: AWSValue = ["Quantity": 2, "Items": ["GET", "HEAD"]]
    let origin: AWSValue = [
      "Id": "app", "DomainName": "app.example.com", "OriginPath": "", "CustomHeaders": none,
      "CustomOriginConfig": ["OriginProtocolPolicy": "https-only", "HTTPPort": 80, "HTTPSPort": 443],
    ]
    let behavior: AWSValue = [
      "TargetOriginId": "app", "ViewerProtocolPolicy": "redirect-to-https", "CachePolicyId": "policy",
      "AllowedMethods": ["Quantity": 2, "Items": ["GET", "HEAD"], "CachedMethods": reading], "Compress": false,
      "FieldLevelEncryptionId": "", "FunctionAssociations": none, "LambdaFunctionAssociations": none, "SmoothStreaming": false,
      "TrustedKeyGroups": ["Quantity": 0, "Enabled": false], "TrustedSigners": ["Quantity": 0, "Enabled": false],
    ]
    return [
      "CallerReference": reference, "Enabled": true, "Comment": comment, "Aliases": ["Quantity": 1, "Items": ["www.example.com"]],
      "Origins": ["Quantity": 1, "Items": [origin]], "DefaultCacheBehavior": behavior, "CacheBehaviors": none,
      "CustomErrorResponses": none, "OriginGroups": none, "DefaultRootObject": "", "HttpVersion": "http2", "IsIPV6Enabled": false,
      "Logging": ["Enabled": false, "IncludeCookies": false, "Bucket": "", "Prefix": ""], "PriceClass": "PriceClass_All",
      "Restrictions": ["GeoRestriction": ["RestrictionType": "none", "Quantity": 0]],
      "ViewerCertificate": ["CloudFrontDefaultCertificate": true], "WebACLId": "",
    ]
  }

  private func show(_ status: AWSValue, isEnabled: AWSValue = true) {
    var configuration = configuration(reference: "first").structure ?? [:]
    configuration["Enabled"] = isEnabled
    distribution.answer(
      "cloudfront:GetDistribution",
      [
        "ETag": "E2",
        "Distribution": ["Id": "D1", "ARN": "arn", "Status": status, "DistributionConfig": .structure(configuration)],
      ])
  }

  @Test("A distribution is created with all members, counted lists, and the token as its reference")
  func create() async throws {
    distribution.answer("cloudfront:CreateDistributionWithTags", ["Distribution": ["Id": "D1", "DomainName": "d1.cloudfront.net"]])
    show("InProgress")
    let pending = try await distribution.create(declaration.merging(["Tags": [["Key": "team", "Value": "core"]]])).pending
    distribution.expectChanges(
      SentCall(
        "cloudfront:CreateDistributionWithTags",
        [
          "DistributionConfigWithTags": [
            "DistributionConfig": configuration(reference: "token-1"), "Tags": ["Items": [["Key": "team", "Value": "core"]]],
          ]
        ]))
    #expect(pending?.identifier == "D1")
    #expect(pending?.pollAfter == 15_000)
    #expect(pending?.description?.properties["DomainName"] == "d1.cloudfront.net")
  }

  @Test("An update sends everything again under the first reference, for the version that was read")
  func update() async throws {
    show("Deployed")
    var wanted = declaration["DistributionConfig"]?.objectValue ?? [:]
    wanted["Comment"] = "new"
    try await distribution.update("D1", from: declaration, to: ["DistributionConfig": .object(wanted)])
    distribution.expectChanges(
      SentCall(
        "cloudfront:UpdateDistribution",
        ["Id": "D1", "IfMatch": "E2", "DistributionConfig": configuration(reference: "first", comment: "new")]))
  }

  @Test("A member that is no longer declared goes back to CloudFront's default")
  func removal() async throws {
    show("Deployed")
    var before = declaration["DistributionConfig"]?.objectValue ?? [:]
    before["Comment"] = "old"
    try await distribution.update("D1", from: ["DistributionConfig": .object(before)], to: declaration)
    let sent = distribution.services.takeSent().first { !$0.isRead }
    #expect(sent?.input["DistributionConfig"]?["Comment"] == "")
  }

  @Test("A deletion disables first, waits for all edges, and only then deletes")
  func delete() async throws {
    show("Deployed")
    let pending = try #require(try await distribution.delete("D1").pending)
    var disabled = configuration(reference: "first").structure ?? [:]
    disabled["Enabled"] = false
    distribution.expectChanges(
      SentCall("cloudfront:UpdateDistribution", ["Id": "D1", "IfMatch": "E2", "DistributionConfig": .structure(disabled)]))

    show("InProgress", isEnabled: false)
    #expect(try await distribution.poll(.delete, pending.waitToken).pending?.pollAfter == 15_000)
    distribution.expectChanges()
    show("Deployed", isEnabled: false)
    #expect(try await distribution.poll(.delete, pending.waitToken).pending != nil)
    distribution.expectChanges(SentCall("cloudfront:DeleteDistribution", ["Id": "D1", "IfMatch": "E2"]))
    distribution.refuse("cloudfront:GetDistribution", "NoSuchDistribution", status: 404)
    #expect(try await distribution.poll(.delete, pending.waitToken) == .gone)
  }

  @Test("A read shows the configuration in the declaration's form")
  func read() async throws {
    show("Deployed")
    let shown = try await distribution.read("D1")["DistributionConfig"]
    #expect(shown?["Aliases"] == ["www.example.com"])
    #expect(shown?["Origins"]?.arrayValue?.first?["DomainName"] == "app.example.com")
    #expect(shown?["DefaultCacheBehavior"]?["AllowedMethods"] == ["GET", "HEAD"])
    #expect(shown?["DefaultCacheBehavior"]?["CachedMethods"] == ["GET", "HEAD"])
    #expect(shown?["Logging"] == nil)
  }
}
