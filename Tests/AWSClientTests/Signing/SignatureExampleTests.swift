import Testing

@testable import AWSClient

/// The examples that AWS publishes.
///
/// ListUsers: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>; S3:
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>.
@Suite("Signatures of AWS's documentation")
struct SignatureExampleTests {
  private func signature(_ request: HTTPRequest) -> String? {
    request.header("Authorization")?.split(separator: "=").last.map(String.init)
  }

  private func objectSignature(_ request: HTTPRequest) throws -> String? {
    let keys = Credentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
    let time = try #require(CalendarTime.seconds(iso8601: "2013-05-24T00:00:00Z"))
    return signature(RequestSigner(service: "s3", region: "us-east-1", usesS3Rules: true).signed(request, with: keys, at: time))
  }

  private let bucket = Endpoint(host: "examplebucket.s3.amazonaws.com")

  @Test("IAM ListUsers")
  func listUsers() throws {
    let keys = Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    let request = HTTPRequest(
      method: "GET", endpoint: Endpoint(host: "iam.amazonaws.com"), query: [.init("Action", "ListUsers"), .init("Version", "2010-05-08")],
      headers: [.init("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")])
    let time = try #require(CalendarTime.seconds(iso8601: "2015-08-30T12:36:00Z"))
    let signed = RequestSigner(service: "iam", region: "us-east-1").signed(request, with: keys, at: time)
    #expect(signature(signed) == "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")
  }

  @Test("S3 GetObject with a range")
  func getObject() throws {
    let request = HTTPRequest(method: "GET", endpoint: bucket, path: "/test.txt", headers: [.init("Range", "bytes=0-9")])
    #expect(try objectSignature(request) == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
  }

  @Test("S3 PutObject with a key that needs encoding")
  func putObject() throws {
    let request = HTTPRequest(
      method: "PUT", endpoint: bucket, path: "/test%24file.text",
      headers: [.init("Date", "Fri, 24 May 2013 00:00:00 GMT"), .init("x-amz-storage-class", "REDUCED_REDUNDANCY")],
      body: Array("Welcome to Amazon S3.".utf8))
    #expect(try objectSignature(request) == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
  }

  @Test("S3 GetBucketLifecycle, whose parameter has no value")
  func getLifecycle() throws {
    let request = HTTPRequest(method: "GET", endpoint: bucket, query: [.init("lifecycle", "")])
    #expect(try objectSignature(request) == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")
  }

  @Test("S3 ListObjects")
  func listObjects() throws {
    let request = HTTPRequest(method: "GET", endpoint: bucket, query: [.init("max-keys", "2"), .init("prefix", "J")])
    #expect(try objectSignature(request) == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")
  }

  @Test("A repeated request is signed again: the old date, token and signature are gone")
  func signsAgain() {
    let signer = RequestSigner(service: "s3", region: "us-east-1", usesS3Rules: true)
    let request = HTTPRequest(endpoint: bucket)
    let temporary = Credentials(accessKeyID: "A", secretAccessKey: "s", sessionToken: "token")
    let fixed = Credentials(accessKeyID: "B", secretAccessKey: "t")
    let again = signer.signed(signer.signed(request, with: temporary, at: 1000), with: fixed, at: 2000)
    #expect(again == signer.signed(request, with: fixed, at: 2000))
  }
}
