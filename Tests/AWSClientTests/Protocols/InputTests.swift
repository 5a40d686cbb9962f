import Testing

@testable import AWSClient

@Suite struct InputTests {
  private let coder = ModelCoder(makeToken: { "made-token" })

  private func encode(_ service: String, _ operation: String, _ input: AWSValue) throws(AWSError) -> EncodedRequest {
    try coder.encode(service, operation, input, endpoint: Endpoint(host: "localhost"))
  }

  private func refusal(_ service: String, _ operation: String, _ input: AWSValue) -> String? {
    do throws(AWSError) {
      _ = try encode(service, operation, input)
      return nil
    } catch {
      return error.kind == .invalidInput && error.execution == .notExecuted ? error.message : "another kind"
    }
  }

  @Test("An unknown member is refused with the one that was meant")
  func unknownMember() {
    #expect(refusal("kms", "CreateKey", ["Descripton": "x"]) == "the input has no member Descripton; did you mean Description?")
    #expect(
      refusal("kms", "CreateKey", ["Tags": [["TagKey": "a", "TagVaule": "b", "TagValue": "c"]]])
        == "Tags[0] has no member TagVaule; did you mean TagValue?")
    #expect(refusal("sts", "GetCallerIdentity", ["A": "b"]) == "the input has no member A")
  }

  @Test("A missing member is refused before anything is sent")
  func missingMember() {
    #expect(refusal("kms", "DescribeKey", [:]) == "the input lacks KeyId, which is required")
    #expect(refusal("kms", "CreateKey", ["Tags": [["TagKey": "a"]]]) == "Tags[0] lacks TagValue, which is required")
  }

  @Test("A value of another kind is refused with its path")
  func wrongKind() {
    #expect(refusal("kms", "CreateKey", ["Description": 5]) == "Description must be a string, not an integer")
    #expect(refusal("kms", "Encrypt", ["KeyId": "a", "Plaintext": "b"]) == "Plaintext must be a blob, not a string")
    #expect(refusal("ec2", "RunInstances", ["MinCount": 1, "MaxCount": 5_000_000_000]) == "MaxCount is out of the range of 32 bits")
  }

  @Test("An unknown service or operation is refused with the one that was meant")
  func unknownOperation() {
    #expect(refusal("kms", "CreateKeys", [:]) == "There is no model of kms's operation CreateKeys; did you mean CreateKey?")
    #expect(refusal("kmss", "CreateKey", [:]) == "There is no model of service kmss; did you mean kms?")
  }

  @Test("What would change the path or the headers is refused")
  func injection() {
    #expect(refusal("s3", "DeleteObject", ["Bucket": "", "Key": "k"]) == "Bucket must not be empty")
    #expect(refusal("s3", "DeleteObject", ["Bucket": "..", "Key": "k"]) == "Bucket must not be ..")
    #expect(refusal("s3", "PutObject", ["Bucket": "b", "Key": "k", "CacheControl": "a\r\nX: y"]) != nil)
    #expect(refusal("s3", "PutObject", ["Bucket": "b", "Key": "k", "Metadata": ["a:b": "c"]]) != nil)
  }

  @Test("A token is made where the caller gave none; with one a write can be repeated")
  func tokens() throws {
    let own = try encode("cloudcontrol", "CreateResource", ["TypeName": "AWS::S3::Bucket", "DesiredState": "{}"])
    #expect(try JSONCursor.document(own.request.body)["ClientToken"] == "made-token")
    #expect(own.isIdempotent)
    let given = try encode("cloudcontrol", "CreateResource", ["TypeName": "AWS::S3::Bucket", "DesiredState": "{}", "ClientToken": "t"])
    #expect(try JSONCursor.document(given.request.body)["ClientToken"] == "t")
    #expect(given.isIdempotent)
    #expect(try encode("kms", "DescribeKey", ["KeyId": "a"]).isIdempotent)
    #expect(try !encode("kms", "CreateKey", [:]).isIdempotent)
  }

  @Test("Calls that write whole values of an object that exists are known as such")
  func settings() throws {
    #expect(try encode("kms", "DisableKey", ["KeyId": "a"]).isSetting)
    #expect(try encode("iam", "AttachRolePolicy", ["RoleName": "a", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"]).isSetting)
    #expect(try !encode("kms", "CreateKey", [:]).isSetting)
    #expect(try !encode("iam", "DeleteRole", ["RoleName": "a"]).isSetting)
  }

  @Test("S3's requests name their bucket and carry a checksum where S3 wants one")
  func s3() throws {
    let policy = try encode("s3", "PutBucketPolicy", ["Bucket": "b", "Policy": "123456789"])
    #expect(policy.bucket == "b")
    #expect(policy.request.path == "/b")
    #expect(policy.request.query == [.init("policy", "")])
    // The check value of CRC-32 is 0xCBF43926.
    #expect(policy.request.header("x-amz-checksum-crc32") == "y/Q5Jg==")
    let object = try encode("s3", "PutObject", ["Bucket": "b", "Key": "a/b c", "Body": .blob([1]), "ChecksumAlgorithm": "SHA256"])
    #expect(object.request.path == "/b/a/b%20c")
    #expect(object.request.header("x-amz-checksum-sha256") == "S/USLzRFVMU73i67jNK349FgCtYxw4Wl18ziPHeFRZo=")
    #expect(object.request.header("x-amz-checksum-crc32") == nil)
    #expect(try encode("s3", "GetObject", ["Bucket": "b", "Key": "k"]).request.header("x-amz-checksum-crc32") == nil)
  }

  @Test("Calls that need no signature say so")
  func unsigned() throws {
    let input: AWSValue = ["RoleArn": "arn:aws:iam::123456789012:role/r", "RoleSessionName": "s", "WebIdentityToken": "token"]
    #expect(try encode("sts", "AssumeRoleWithWebIdentity", input).isUnsigned)
    #expect(try !encode("sts", "GetCallerIdentity", [:]).isUnsigned)
  }

  @Test("A token that the coder makes by itself is a UUID")
  func randomToken() {
    let token = ModelCoder.randomToken()
    #expect(token.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
    #expect(token != ModelCoder.randomToken())
  }
}
