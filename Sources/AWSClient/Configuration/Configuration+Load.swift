extension AWSClient.Configuration {
  /// Reads the environment and the shared files.
  ///
  /// - Parameters:
  ///   - environment: the variables of the process.
  ///   - profile: a profile that counts more than `AWS_PROFILE`, and than keys in the environment.
  ///   - region: a region that counts more than `AWS_REGION`, `AWS_DEFAULT_REGION` and the profile's.
  ///   - files: reads the files.
  /// - Throws: ``ConfigurationError`` with the file and line, or the variable, that is wrong.
  public static func load(
    environment: [String: String], profile: String? = nil, region: String? = nil, files: UserFiles = .disk
  ) throws(ConfigurationError) -> AWSClient.Configuration {
    let shared = try SharedConfiguration.load(environment: environment, files: files)
    let variables = Variables(environment)
    let named = profile ?? variables["AWS_PROFILE"] ?? variables["AWS_DEFAULT_PROFILE"]
    let name = named ?? "default"
    let section = shared.profiles[name]
    if named != nil, section == nil {
      let known = shared.profiles.keys.sorted().joined(separator: ", ")
      throw ConfigurationError(
        "there is no profile '\(name)' in \(shared.files.joined(separator: " or ")); "
          + (known.isEmpty ? "neither file has any profile" : "known are \(known)"), source: profile == nil ? "AWS_PROFILE" : "")
    }
    let settings = Settings(variables: variables, profile: section)

    guard let region = region ?? variables["AWS_REGION"] ?? variables["AWS_DEFAULT_REGION"] ?? section?["region"] else {
      throw ConfigurationError("no region is set; set AWS_REGION, or 'region' of the profile '\(name)' in \(shared.files[0])")
    }
    guard Partition.isHostLabel(region) else {
      throw ConfigurationError("'\(region)' is no name of a region; write for example eu-central-1", source: "region")
    }
    var result = AWSClient.Configuration(region: region)
    result.profile = name
    result.usesFIPS = try settings.flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint") ?? false
    result.usesDualStack = try settings.flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint") ?? false
    result.maximumAttempts = try settings.attempts() ?? 3
    result.retryMode = try settings.retryMode() ?? .standard
    let ignoresEndpoints = try settings.flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls") ?? false
    if !ignoresEndpoints {
      result.endpoints = try EndpointOverrides.load(environment: environment, profile: section, services: shared.services)
    }
    result.credentialSettings = CredentialSettings(
      environment: environment, shared: shared, files: files, profile: name, isProfileExplicit: profile != nil)
    return result
  }

  /// Environment variables, of which an empty one counts as absent.
  private struct Variables {
    let environment: [String: String]

    init(_ environment: [String: String]) { self.environment = environment }

    subscript(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// Settings that a variable or a profile gives.
  private struct Settings {
    let variables: Variables
    let profile: SharedConfiguration.Profile?

    func flag(_ variable: String, _ key: String) throws(ConfigurationError) -> Bool? {
      guard let (text, place) = value(variable, key) else { return nil }
      switch text.lowercased() {
      case "true": return true
      case "false": return false
      default: throw ConfigurationError("'\(text)' is neither true nor false", source: place.source, line: place.line)
      }
    }

    func attempts() throws(ConfigurationError) -> Int? {
      guard let (text, place) = value("AWS_MAX_ATTEMPTS", "max_attempts") else { return nil }
      guard let number = Int(text), number >= 1 else {
        throw ConfigurationError("'\(text)' is no number of attempts, which is at least 1", source: place.source, line: place.line)
      }
      return number
    }

    func retryMode() throws(ConfigurationError) -> RetryMode? {
      guard let (text, place) = value("AWS_RETRY_MODE", "retry_mode") else { return nil }
      // The old mode of the AWS CLI; it has no other place here than the usual one.
      if text.lowercased() == "legacy" { return .standard }
      guard let mode = RetryMode(rawValue: text.lowercased()) else {
        throw ConfigurationError("'\(text)' is no mode of retries; write standard or adaptive", source: place.source, line: place.line)
      }
      return mode
    }

    private func value(_ variable: String, _ key: String) -> (String, ConfigurationError)? {
      if let text = variables[variable] { return (text, ConfigurationError("", source: variable)) }
      guard let setting = profile?.settings[key], !setting.value.isEmpty else { return nil }
      return (setting.value, setting.error(""))
    }
  }
}
