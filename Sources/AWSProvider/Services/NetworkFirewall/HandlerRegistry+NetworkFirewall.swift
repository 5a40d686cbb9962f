extension HandlerRegistry {
  /// AWS Network Firewall.
  static let networkFirewall: [any ResourceHandler] = [FirewallHandler()]
}
