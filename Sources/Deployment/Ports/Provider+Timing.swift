extension Provider {
  /// One minute: an HTTP request that was sent may be carried out although its sender died.
  public var callLifetime: Int { 60 }

  /// Whatever the type's behavior says.
  public func settleTime(of type: String) -> Int? { nil }

  /// None.
  public func shortcomings(of type: String) -> Set<Shortcoming> { [] }
}
