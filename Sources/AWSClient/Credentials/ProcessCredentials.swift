/// Credentials that a program prints (`credential_process`).
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>. What it prints is never part of a message.
struct ProcessCredentials: CredentialProvider {
  var command: String
  var run: ProcessRunner

  var name: String { "credential_process" }

  func credentials() async throws(AWSError) -> Credentials? {
    guard let arguments = CommandLineWords.split(command), let program = arguments.first else {
      throw AWSError(.credentials, "credential_process is no command: a quotation mark is not closed")
    }
    guard let output = await run(arguments) else { throw AWSError(.credentials, "credential_process cannot be run: \(program)") }
    guard output.status == 0 else {
      throw AWSError(.credentials, "credential_process \(program) ended with the status \(output.status)")
    }
    guard let document = CredentialDocument(output.standardOutput), document.version == 1, let credentials = document.credentials else {
      throw AWSError(
        .credentials, "credential_process \(program) did not print JSON with \"Version\": 1, AccessKeyId and SecretAccessKey")
    }
    return credentials
  }
}
