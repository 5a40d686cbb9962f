import Testing

@testable import AWSClient

@Suite("Endpoints")
struct EndpointResolverTests {
  struct Row: Decodable {
    var service: String
    var prefix: String
    var region: String
    var fips: Bool
    var dualStack: Bool
    var host: String
    var signingRegion: String
  }

  private func resolve(
    _ prefix: String, _ region: String, fips: Bool = false, dualStack: Bool = false, overrides: EndpointOverrides = EndpointOverrides()
  ) -> ResolvedEndpoint {
    let service = ServiceDescription(name: prefix, endpointPrefix: prefix, signingName: prefix, serviceID: prefix, usesS3Rules: false)
    return EndpointResolver.resolve(
      service, region: region, variant: EndpointVariant(isFIPS: fips, isDualStack: dualStack), overrides: overrides)
  }

  /// Rows of botocore's rules (Scripts/generate-signature-fixtures.py).
  @Test("Hosts and signing regions are those of AWS's published rules, in all partitions and variants")
  func agreement() throws {
    let rows = try Fixture.decode([Row].self, "endpoints.json")
    #expect(rows.count >= 400)
    for row in rows {
      let found = resolve(row.prefix, row.region, fips: row.fips, dualStack: row.dualStack)
      #expect(found.endpoint.host == row.host, "\(row)")
      #expect(found.signingRegion == row.signingRegion, "\(row)")
    }
  }

  @Test("A service that answers in one region only is asked there, where the published rules name a host that does not exist")
  func homeRegions() {
    #expect(resolve("globalaccelerator", "eu-central-1").endpoint.host == "globalaccelerator.us-west-2.amazonaws.com")
    #expect(resolve("organizations", "eu-central-1", dualStack: true).endpoint.host == "organizations.us-east-1.api.aws")
  }

  @Test("A configured address takes the place of AWS's, signed for the region that the service has")
  func overrides() throws {
    let address = try Endpoint(override: "http://localhost:4566")
    let found = resolve("iam", "eu-central-1", overrides: EndpointOverrides(all: address))
    #expect(found == ResolvedEndpoint(endpoint: address, signingRegion: "us-east-1", isCustom: true))
  }

  @Test("Plain HTTP is accepted to this machine only, and the error says why")
  func plainHTTP() throws {
    for text in [
      "http://localhost:4566", "http://127.0.0.1:5000", "http://[::1]:80", "http://s3.localhost:4566", "https://vpce.example.com",
    ] {
      #expect(throws: Never.self) { try Endpoint(override: text) }
    }
    for text in ["http://example.com", "http://10.0.0.1:4566", "http://localhost.example.com", "http://127.0.0.1.example.com"] {
      let error = #expect(throws: ConfigurationError.self) { try Endpoint(override: text) }
      #expect(error?.message.contains("in clear to another machine") == true, "\(text)")
    }
    for text in ["localhost:4566", "ftp://localhost", "http://", "http://localhost:99999", "http://a b", "http://user@localhost"] {
      #expect(throws: ConfigurationError.self, "\(text)") { try Endpoint(override: text) }
    }
  }

  @Test("Addresses are read and written without loss")
  func text() {
    for text in [
      "https://kms.us-east-1.amazonaws.com", "http://localhost:4566", "https://example.com:8443/path/to", "http://[fd00:ec2::254]",
    ] {
      #expect(Endpoint(url: text)?.url == text)
    }
    #expect(Endpoint(url: "https://Example.com:443/")?.url == "https://example.com")
  }

  @Test("A bucket moves into the host on AWS, and stays in the path where its name has dots or the address is configured")
  func buckets() {
    let aws = ResolvedEndpoint(endpoint: Endpoint(host: "s3.eu-central-1.amazonaws.com"), signingRegion: "eu-central-1")
    func address(_ bucket: String, _ path: String, _ endpoint: ResolvedEndpoint) -> String {
      BucketAddressing.addressed(HTTPRequest(endpoint: endpoint.endpoint, path: path), bucket: bucket, at: endpoint).url
    }
    #expect(address("data", "/data/a/b", aws) == "https://data.s3.eu-central-1.amazonaws.com/a/b")
    #expect(address("data", "/data", aws) == "https://data.s3.eu-central-1.amazonaws.com/")
    #expect(address("a.b.c", "/a.b.c/key", aws) == "https://s3.eu-central-1.amazonaws.com/a.b.c/key")
    #expect(address("UPPER", "/UPPER/key", aws) == "https://s3.eu-central-1.amazonaws.com/UPPER/key")
    var custom = aws
    custom.isCustom = true
    #expect(address("data", "/data/key", custom) == "https://s3.eu-central-1.amazonaws.com/data/key")
  }
}
