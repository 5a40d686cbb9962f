import ResourceCatalog
public import StrataModel

extension ResourceGraph {
  /// The lookups that have no pinned answer; all of them with a refresh.
  public func lookupsToRead(_ snapshot: StateSnapshot, isRefreshing: Bool) -> [LookupDeclaration] {
    isRefreshing ? lookups : lookups.filter { snapshot.lookups[$0.key] == nil }
  }
}

extension Observer {
  /// Asks the questions, several at a time; whatever is wrong with an answer is a failure at the question's place.
  func readLookups(_ lookups: [LookupDeclaration], into result: inout Result) async {
    var answers: [(Int, Swift.Result<PropertyValue, ProviderError>)] = []
    var next = 0
    await withTaskGroup(of: (Int, Swift.Result<PropertyValue, ProviderError>).self) { group in
      func launch() {
        let index = next
        let query = lookups[index].query
        let place = clock.admit()
        group.addTask {
          await clock.perform(place) {
            let answer = await answer(query)
            return (index, answer)
          }
        }
        next += 1
      }
      while next < min(concurrency, lookups.count) { launch() }
      while answers.count < lookups.count {
        clock.willWait()
        guard let answer = await group.next() else { break }
        answers.append(answer)
        if next < lookups.count { launch() }
      }
    }
    for (index, answer) in answers.sorted(by: { $0.0 < $1.0 }) {
      switch answer {
      case .success(let value): result.observations.lookups[lookups[index].key] = value
      case .failure(let error): result.failures.append(Self.diagnostic(of: error, lookups[index]))
      }
    }
  }

  private static func diagnostic(of error: ProviderError, _ lookup: LookupDeclaration) -> Diagnostic {
    let (code, remedy): (String, String?) =
      switch error.code {
      case .notFound: ("lookup-found-nothing", "correct the lookup, or create what it looks for first")
      case .conflict: ("lookup-is-ambiguous", "ask with properties that only one object has, or by its identifier")
      case .accessDenied: ("unread-lookup", "give credentials that may read it; 'permissions' lists what is needed")
      default: ("unread-lookup", nil)
      }
    return Diagnostic(
      .error, code: code, "the lookup of \(lookup.key) has no answer: \(error.message)", remedy: remedy, at: lookup.source)
  }

  private func answer(_ query: LookupQuery) async -> Swift.Result<PropertyValue, ProviderError> {
    var retry = 0
    while true {
      do throws(ProviderError) { return .success(try await value(of: query)) } catch {
        let passes = [.throttled, .network, .serviceFailure, .notYetConsistent].contains(error.code)
        guard passes, retry < 4, !Task.isCancelled else { return .failure(error) }
        await clock.sleep(milliseconds: error.retryAfter ?? RetryPolicy.denseDelay(retry + 4))
        retry += 1
      }
    }
  }

  private func value(of query: LookupQuery) async throws(ProviderError) -> PropertyValue {
    switch query.subject {
    case .parameter, .availabilityZones, .organization: return try await provider.lookUp(query)
    case .account:
      // arn:aws:iam::123456789012:user/name
      let parts = try await provider.authenticate(in: query.placement).split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count > 4, !parts[4].isEmpty else { throw ProviderError(.notFound, "the caller's identity names no account") }
      return .string(String(parts[4]))
    case .resource(let type, let identifier, let attribute):
      let target = ObjectTarget(
        type: type, placement: query.placement, route: try route(for: type, query), identifier: identifier)
      return try value(of: attribute, in: try await provider.read(target), type)
    case .match(let type, let properties, let attribute):
      let search = ObjectQuery(
        type: type, placement: query.placement, route: try route(for: type, query), filter: .properties(properties))
      let found = try await provider.find(search).filter { $0.pendingDeletionUntil == nil }
      guard let first = found.first else { throw ProviderError(.notFound, "there is no such object") }
      guard found.count == 1 else {
        let names = found.map(\.identifier).sorted().prefix(3).joined(separator: ", ")
        throw ProviderError(.conflict, "\(found.count) objects match: \(names)\(found.count > 3 ? ", …" : "")")
      }
      return try value(of: attribute, in: first, type)
    }
  }

  private func route(for type: String, _ query: LookupQuery) throws(ProviderError) -> ResourceRecord.Route {
    guard let route = provider.route(for: type, in: query.placement) else {
      throw ProviderError(.unsupported, "\(provider.name) cannot read \(type)")
    }
    return route
  }

  private func value(of attribute: String, in object: ObjectDescription, _ type: String) throws(ProviderError) -> PropertyValue {
    if let value = object.properties.value(ofAttribute: attribute), value != .null { return value }
    let names = ResourceCatalog.aws.type(type)?.primaryIdentifier.strings ?? []
    // An identifier is known whatever a read shows.
    if names == [attribute] { return .string(object.identifier) }
    throw ProviderError(.notFound, "\(type) '\(object.identifier)' shows no \(attribute)")
  }
}
