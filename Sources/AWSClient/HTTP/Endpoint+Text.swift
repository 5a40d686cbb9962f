extension Endpoint {
  /// The value of the `Host` header: the host, in brackets for an IPv6 address, and the port where it is not the scheme's own.
  var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    guard let port, port != (isSecure ? 443 : 80) else { return name }
    return "\(name):\(port)"
  }

  /// Scheme, authority and path, for example `https://kms.us-east-1.amazonaws.com`.
  var url: String { "\(isSecure ? "https" : "http")://\(authority)\(path)" }

  /// Host and port for messages, for example `kms.us-east-1.amazonaws.com:443`.
  var hostAndPort: String { "\(host.contains(":") ? "[\(host)]" : host):\(port ?? (isSecure ? 443 : 80))" }

  /// Reads an address such as `http://localhost:4566/path`; `nil` for what is none.
  init?(url text: String) {
    let lowercased = text.lowercased()
    let isSecure = lowercased.hasPrefix("https://")
    guard isSecure || lowercased.hasPrefix("http://") else { return nil }
    let rest = text.dropFirst(isSecure ? 8 : 7)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    var path = rest.dropFirst(authority.count)
    guard !path.contains("?"), !path.contains("#"), !authority.contains("@") else { return nil }
    while path.hasSuffix("/") { path = path.dropLast() }
    let host: Substring
    let portText: Substring
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<end]
      portText = authority[authority.index(after: end)...]
    } else {
      host = authority.prefix { $0 != ":" }
      portText = authority.dropFirst(host.count)
    }
    let allowed = host.utf8.allSatisfy { byte in
      (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x2D || byte == 0x2E || byte == 0x5F
        || (byte == 0x3A && authority.hasPrefix("["))
    }
    guard !host.isEmpty, allowed else { return nil }
    var port: Int?
    if !portText.isEmpty {
      guard portText.hasPrefix(":"), let number = Int(portText.dropFirst()), (1...65535).contains(number) else { return nil }
      port = number
    }
    self.init(isSecure: isSecure, host: host.lowercased(), port: port, path: String(path))
  }

  /// Whether the host is this machine: `localhost`, a name below it, `127.0.0.0/8` or `::1`.
  var isLoopback: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || Self.octets(host)?.first == 127
  }

  /// Whether the host is an address that only the own link reaches, where metadata services answer (`169.254.0.0/16`, `fd00:ec2::/32`).
  var isLinkLocal: Bool {
    if let octets = Self.octets(host) { return octets[0] == 169 && octets[1] == 254 }
    return host.hasPrefix("fd00:ec2:") || host.hasPrefix("fe80:")
  }

  private static func octets(_ host: String) -> [Int]? {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(part) : nil }
    return numbers.count == 4 && numbers.allSatisfy { $0 < 256 } ? numbers : nil
  }
}
