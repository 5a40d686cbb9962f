/// Addresses that take the place of AWS's own.
///
/// Precedence by "Service-specific endpoints", <https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html>: a service's
/// variable, the variable for all, the service's setting in the files, the profile's setting for all.
public struct EndpointOverrides: Sendable, Hashable {
  /// The address of a service by its identifier in capitals with underscores, for example `ELASTIC_LOAD_BALANCING_V2`.
  public var byService: [String: Endpoint] = [:]
  public var all: Endpoint?

  /// Creates overrides.
  public init(all: Endpoint? = nil, byService: [String: Endpoint] = [:]) {
    self.all = all
    self.byService = byService
  }

  /// The address of a service, or `nil` for AWS's own.
  func endpoint(serviceID: String) -> Endpoint? { byService[Self.key(serviceID)] ?? all }

  /// A service's identifier in the form of variables.
  static func key(_ serviceID: String) -> String {
    String(serviceID.map { $0 == " " || $0 == "-" ? "_" : $0 }).uppercased()
  }

  /// The overrides of the environment and a profile.
  static func load(
    environment: [String: String], profile: SharedConfiguration.Profile?, services: [String: [String: Setting]]
  ) throws(ConfigurationError) -> EndpointOverrides {
    var result = EndpointOverrides()
    if let setting = profile?.settings["endpoint_url"], !setting.value.isEmpty { result.all = try endpoint(setting) }
    if let setting = profile?.settings["services"] {
      guard let section = services[setting.value] else {
        throw setting.error("there is no section [services \(setting.value)]")
      }
      for (service, setting) in section {
        if let address = setting.nested["endpoint_url"] { result.byService[key(service)] = try endpoint(address) }
      }
    }
    if let text = environment["AWS_ENDPOINT_URL"], !text.isEmpty {
      // A variable for all services counts more than a file's setting for one.
      result = EndpointOverrides(all: try endpoint(text, source: "AWS_ENDPOINT_URL", line: nil))
    }
    for (name, text) in environment where name.hasPrefix("AWS_ENDPOINT_URL_") && !text.isEmpty {
      result.byService[String(name.dropFirst("AWS_ENDPOINT_URL_".count))] = try endpoint(text, source: name, line: nil)
    }
    return result
  }

  private static func endpoint(_ setting: Setting) throws(ConfigurationError) -> Endpoint {
    try endpoint(setting.value, source: setting.file, line: setting.line)
  }

  private static func endpoint(_ text: String, source: String, line: Int?) throws(ConfigurationError) -> Endpoint {
    do throws(ConfigurationError) {
      return try Endpoint(override: text)
    } catch {
      throw ConfigurationError(error.message, source: source, line: line)
    }
  }
}

extension Endpoint {
  /// Reads an address that takes the place of AWS's own: HTTPS, or plain HTTP to this machine.
  public init(override text: String) throws(ConfigurationError) {
    guard let endpoint = Endpoint(url: text) else {
      throw ConfigurationError("'\(text)' is no address of an endpoint; write for example http://localhost:4566")
    }
    guard endpoint.isSecure || endpoint.isLoopback else {
      throw ConfigurationError(
        "'\(text)' would send signed requests in clear to another machine; use https, or plain http to localhost only")
    }
    self = endpoint
  }
}
