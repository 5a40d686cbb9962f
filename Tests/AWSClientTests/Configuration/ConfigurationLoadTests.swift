import Testing

@testable import AWSClient

@Suite("Configuration")
struct ConfigurationLoadTests {
  private let config = """
    [default]
    region = eu-central-1
    [profile work]
    region = eu-west-1
    max_attempts = 5
    retry_mode = adaptive
    use_fips_endpoint = true
    endpoint_url = http://localhost:1000
    services = local
    [services local]
    elastic_load_balancing_v2 =
      endpoint_url = http://localhost:2000
    [profile bare]
    [profile wrong]
    region = eu-west-1
    max_attempts = many
    """

  private func load(
    _ environment: [String: String] = [:], profile: String? = nil, region: String? = nil
  ) throws(ConfigurationError) -> AWSClient.Configuration {
    let config = config
    return try AWSClient.Configuration.load(
      environment: environment.merging(["HOME": "/home/me"]) { given, _ in given }, profile: profile, region: region,
      files: UserFiles { $0 == "/home/me/.aws/config" ? config : nil })
  }

  @Test("The region comes from the argument, then the environment, then the profile")
  func region() throws {
    #expect(try load().region == "eu-central-1")
    #expect(try load(["AWS_DEFAULT_REGION": "us-east-1"]).region == "us-east-1")
    #expect(try load(["AWS_DEFAULT_REGION": "us-east-1", "AWS_REGION": "us-west-2"]).region == "us-west-2")
    #expect(try load(["AWS_REGION": "us-west-2"], region: "sa-east-1").region == "sa-east-1")
    #expect(try load(["AWS_PROFILE": "work"]).region == "eu-west-1")
    #expect(try load(["AWS_PROFILE": "work"], profile: "default").region == "eu-central-1")
  }

  @Test("Without a region the error says where to set one")
  func noRegion() {
    let error = #expect(throws: ConfigurationError.self) { try load(profile: "bare") }
    #expect(error?.message == "no region is set; set AWS_REGION, or 'region' of the profile 'bare' in /home/me/.aws/config")
  }

  @Test("A region that would name another host is refused")
  func oddRegion() {
    #expect(throws: ConfigurationError.self) { try load(region: "evil.example.com/") }
  }

  @Test("An unknown profile is an error that lists the known ones")
  func unknownProfile() {
    let error = #expect(throws: ConfigurationError.self) { try load(["AWS_PROFILE": "wrok"]) }
    #expect(error?.message.contains("known are bare, default, work, wrong") == true)
  }

  @Test("A profile's settings hold, and variables count more")
  func settings() throws {
    let work = try load(profile: "work")
    #expect(work.maximumAttempts == 5)
    #expect(work.retryMode == .adaptive)
    #expect(work.usesFIPS && !work.usesDualStack)
    let overridden = try load(
      ["AWS_MAX_ATTEMPTS": "2", "AWS_RETRY_MODE": "standard", "AWS_USE_FIPS_ENDPOINT": "false", "AWS_USE_DUALSTACK_ENDPOINT": "TRUE"],
      profile: "work")
    #expect(overridden.maximumAttempts == 2)
    #expect(overridden.retryMode == .standard)
    #expect(!overridden.usesFIPS && overridden.usesDualStack)
  }

  @Test("A value that is none is an error with its line or variable")
  func wrongValues() {
    let inFile = #expect(throws: ConfigurationError.self) { try load(profile: "wrong") }
    #expect(inFile?.line == 16)
    let inVariable = #expect(throws: ConfigurationError.self) { try load(["AWS_USE_FIPS_ENDPOINT": "yes"]) }
    #expect(inVariable?.description == "AWS_USE_FIPS_ENDPOINT: 'yes' is neither true nor false")
  }

  @Test("Addresses: a service's variable, the variable for all, a service's setting, the profile's setting")
  func endpoints() throws {
    func port(_ environment: [String: String], _ serviceID: String) throws -> Int? {
      try load(environment, profile: "work").endpoints.endpoint(serviceID: serviceID)?.port
    }
    #expect(try port([:], "KMS") == 1000)
    #expect(try port([:], "Elastic Load Balancing v2") == 2000)
    #expect(try port(["AWS_ENDPOINT_URL": "http://localhost:3000"], "Elastic Load Balancing v2") == 3000)
    let variables = ["AWS_ENDPOINT_URL": "http://localhost:3000", "AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2": "http://localhost:4000"]
    #expect(try port(variables, "Elastic Load Balancing v2") == 4000)
    #expect(try port(variables, "KMS") == 3000)
    #expect(try port(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"], "KMS") == nil)
    let error = #expect(throws: ConfigurationError.self) { try load(["AWS_ENDPOINT_URL_KMS": "http://10.0.0.1"]) }
    #expect(error?.source == "AWS_ENDPOINT_URL_KMS")
  }

  @Test("Nothing that prints a configuration or a proxy shows a secret")
  func secrets() throws {
    let environment = ["AWS_SECRET_ACCESS_KEY": "topsecret", "HTTPS_PROXY": "http://me:topsecret@proxy.example.com:3128"]
    let configuration = try load(environment)
    let proxies = try ProxySettings(environment: environment)
    var dumped = ""
    dump(configuration, to: &dumped)
    dump(proxies, to: &dumped)
    for text in [dumped, "\(configuration)", "\(proxies)", String(reflecting: proxies)] { #expect(!text.contains("topsecret")) }
    #expect(dumped.contains("proxy.example.com"))
  }

  @Test("Proxies come from the environment, but not for this machine, metadata and the hosts of NO_PROXY")
  func proxies() throws {
    let settings = try ProxySettings(environment: [
      "HTTPS_PROXY": "http://me:p%40ss@proxy.example.com:3128", "NO_PROXY": "example.org, .internal.net,10.0.0.1:8443",
    ])
    func server(_ url: String) throws -> ProxySettings.Server? { settings.server(for: try #require(Endpoint(url: url))) }
    let proxy = try server("https://kms.us-east-1.amazonaws.com")
    #expect(proxy?.host == "proxy.example.com" && proxy?.port == 3128 && proxy?.user == "me" && proxy?.password == "p@ss")
    for url in [
      "https://localhost", "http://169.254.169.254", "https://example.org", "https://a.example.org", "https://a.internal.net",
      "https://10.0.0.1:8443",
    ] {
      #expect(try server(url) == nil, "\(url)")
    }
    #expect(try server("https://10.0.0.1") != nil)
    #expect(try server("https://notexample.org") != nil)
  }
}
