import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Objects with a caller reference")
struct CallerReferenceTests {
  @Test("A zone whose create was interrupted is found by its reference among others of its name")
  func hostedZone() async throws {
    let zones = ResourceFixture("AWS::Route53::HostedZone")
    let mine: AWSValue = ["Id": "/hostedzone/Z2", "Name": "example.com.", "CallerReference": "token-1"]
    zones.answer(
      "route53:ListHostedZones",
      ["HostedZones": [["Id": "/hostedzone/Z1", "Name": "example.com.", "CallerReference": "other"], mine]])
    zones.answer("route53:GetHostedZone", ["HostedZone": mine])
    #expect(try await zones.find(.callerReference("token-1")).map(\.identifier) == ["Z2"])
    #expect(try await zones.find(.callerReference("token-2")) == [])
  }

  @Test("Distributions are asked for their references one by one")
  func distribution() async throws {
    let distributions = ResourceFixture("AWS::CloudFront::Distribution")
    distributions.answer("cloudfront:ListDistributions", ["DistributionList": ["Items": [["Id": "E1"]]]])
    distributions.answer(
      "cloudfront:GetDistribution", ["Distribution": ["Id": "E1", "DistributionConfig": ["CallerReference": "token-1"]]])
    #expect(try await distributions.find(.callerReference("token-1")).map(\.identifier) == ["E1"])
    #expect(try await distributions.find(.callerReference("token-2")) == [])
  }

  @Test("A type whose creates take no reference cannot be searched by one")
  func others() async {
    let keys = ResourceFixture("AWS::KMS::Key")
    let error = await failure { () throws(ProviderError) in try await keys.find(.callerReference("token-1")) }
    #expect(error?.code == .unsupported)
  }
}
