public import StrataModel

extension Provider {
  /// One minute: an HTTP request that was sent may be carried out although its sender died.
  public var callLifetime: Int { 60 }

  /// No secrets are kept.
  public func secretText(of source: SecretSource, in placement: Placement) async throws(ProviderError) -> String {
    throw ProviderError(.unsupported, "'\(source.name)' is kept by AWS, and \(name) cannot read it. Use a variable or file.")
  }

  /// No questions are answered but by objects.
  public func lookUp(_ query: LookupQuery) async throws(ProviderError) -> PropertyValue {
    throw ProviderError(.unsupported, "\(name) cannot tell the \(query.summary)")
  }

  /// Whatever an action asks for.
  public func offers(_ request: ServiceRequest) -> Bool { true }

  /// Whatever the type's behavior says.
  public func settleTime(of type: String) -> Int? { nil }

  /// Nothing is shown but that the object is there.
  public func showsProgress(of target: ObjectTarget) -> Bool { false }

  /// Perhaps.
  public func isInProgress(_ target: ObjectTarget) async throws(ProviderError) -> Bool { true }

  /// None.
  public func shortcomings(of type: String) -> Set<Shortcoming> { [] }
}
