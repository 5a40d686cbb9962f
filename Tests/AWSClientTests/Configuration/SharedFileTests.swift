import Testing

@testable import AWSClient

@Suite("Shared configuration files")
struct SharedFileTests {
  private func load(config: String = "", credentials: String? = nil) throws(ConfigurationError) -> SharedConfiguration {
    try SharedConfiguration.load(
      environment: ["HOME": "/home/me"],
      files: UserFiles { path in
        switch path {
        case "/home/me/.aws/config": config
        case "/home/me/.aws/credentials": credentials
        default: nil
        }
      })
  }

  @Test("Profiles, sign-ins and services are read with comments, quotes, spaces and nested settings")
  func sections() throws {
    let shared = try load(
      config: """
        # a comment
        [default]
        region = eu-central-1   ; where we are
        secret = a#b;c

        [profile "with space"]
        REGION=us-east-1
        services = local

        [sso-session corp]
        sso_region = eu-west-1
        sso_start_url = https://corp.awsapps.com/start#/

        [services local]
        dynamodb =
          endpoint_url = http://localhost:8000
        s3 =
          endpoint_url = http://localhost:9000
          other = 1

        [plugins]
        cli = x
        """)
    #expect(shared.profiles["default"]?["region"] == "eu-central-1")
    #expect(shared.profiles["default"]?["secret"] == "a#b;c")
    #expect(shared.profiles["with space"]?["region"] == "us-east-1")
    #expect(shared.profiles["plugins"] == nil)
    #expect(shared.sessions["corp"]?["sso_start_url"] == "https://corp.awsapps.com/start#/")
    #expect(shared.services["local"]?["s3"]?.nested["endpoint_url"]?.value == "http://localhost:9000")
  }

  @Test("The credentials file counts more than the configuration file")
  func precedence() throws {
    let shared = try load(
      config: "[profile a]\naws_access_key_id = old\nregion = eu-west-1\n", credentials: "[a]\naws_access_key_id = new\r\n")
    #expect(shared.profiles["a"]?["aws_access_key_id"] == "new")
    #expect(shared.profiles["a"]?["region"] == "eu-west-1")
  }

  @Test("[profile default] hides [default]")
  func defaultProfile() throws {
    let shared = try load(config: "[profile default]\nregion = eu-west-1\n[default]\nregion = us-east-1\noutput = json\n")
    #expect(shared.profiles["default"]?["region"] == "eu-west-1")
    #expect(shared.profiles["default"]?["output"] == nil)
  }

  @Test(
    "An error names the file and the line, and shows no value",
    arguments: [
      ("region = x\n[default]\n", 1, "before the first section"), ("[default]\nregion x secret\n", 2, "has no '='"),
      ("[default\n", 1, "lacks its ']'"), ("[default]\n\n= 3\n", 3, "no name"), ("[default]\n  region = x\n", 2, "belongs to no setting"),
      ("[]\n", 1, "is empty"), ("[default] region\n", 1, "follows the title"),
    ])
  func errors(text: String, line: Int, message: String) {
    let error = #expect(throws: ConfigurationError.self) { try load(config: text) }
    #expect(error?.source == "/home/me/.aws/config")
    #expect(error?.line == line)
    #expect(error?.message.contains(message) == true)
    #expect(error?.description.contains("secret") == false)
  }
}
