/// What the shared configuration and credentials files say: profiles, sessions of IAM Identity Center, and settings of single services.
///
/// Source: "Shared config and credentials files", <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>.
struct SharedConfiguration: Sendable, Hashable {
  /// A profile: its settings from both files, of which the credentials file counts more.
  struct Profile: Sendable, Hashable {
    var name: String
    var settings: [String: Setting] = [:]

    /// The text of a setting; `nil` where it is absent or empty.
    subscript(_ key: String) -> String? {
      guard let value = settings[key]?.value, !value.isEmpty else { return nil }
      return value
    }
  }

  var profiles: [String: Profile] = [:]
  var sessions: [String: Profile] = [:]
  var services: [String: [String: Setting]] = [:]
  /// The files that were looked for, for messages.
  var files: [String] = []

  /// Reads both files where `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` say, or in `~/.aws`; a file that is absent is empty.
  static func load(environment: [String: String], files: UserFiles) throws(ConfigurationError) -> SharedConfiguration {
    let configPath = path(environment["AWS_CONFIG_FILE"], or: "~/.aws/config", environment)
    let credentialsPath = path(environment["AWS_SHARED_CREDENTIALS_FILE"], or: "~/.aws/credentials", environment)
    var result = SharedConfiguration(files: [configPath, credentialsPath])
    if let text = files.read(configPath) { try result.addConfig(SharedFileParser.sections(of: text, file: configPath)) }
    if let text = files.read(credentialsPath) {
      for section in try SharedFileParser.sections(of: text, file: credentialsPath) { result.add(section, toProfile: section.title) }
    }
    return result
  }

  /// A path with `~` replaced by the home directory.
  static func expanded(_ path: String, _ environment: [String: String]) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return (environment["HOME"] ?? environment["USERPROFILE"] ?? "~") + path.dropFirst()
  }

  private static func path(_ given: String?, or usual: String, _ environment: [String: String]) -> String {
    expanded(given.flatMap { $0.isEmpty ? nil : $0 } ?? usual, environment)
  }

  private mutating func addConfig(_ sections: [SharedFileParser.Section]) {
    // `[profile default]` hides `[default]`, as the documentation says.
    let hidesPlainDefault = sections.contains { $0.title == "profile default" }
    for section in sections {
      if section.title == "default" {
        if !hidesPlainDefault { add(section, toProfile: "default") }
      } else if let name = Self.name(in: section.title, after: "profile ") {
        add(section, toProfile: name)
      } else if let name = Self.name(in: section.title, after: "sso-session ") {
        sessions[name, default: Profile(name: name)].settings.merge(section.settings) { _, later in later }
      } else if let name = Self.name(in: section.title, after: "services ") {
        services[name, default: [:]].merge(section.settings) { _, later in later }
      }
      // Sections of other kinds belong to other tools.
    }
  }

  private mutating func add(_ section: SharedFileParser.Section, toProfile name: String) {
    profiles[name, default: Profile(name: name)].settings.merge(section.settings) { _, later in later }
  }

  private static func name(in title: String, after prefix: String) -> String? {
    title.hasPrefix(prefix) ? String(title.dropFirst(prefix.count)) : nil
  }
}
