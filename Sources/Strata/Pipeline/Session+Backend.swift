import AWSClient
import AWSProvider
import Foundation
import StrataDeployment
import StrataLanguage
import StrataModel

extension Session {
  /// The place of the state.
  ///
  /// - Parameter adjust: changes what is accepted of its encryption.
  /// - Throws: ``CommandFailure`` for settings of AWS that cannot be used, and a passphrase that is missing.
  func backend(adjust: (inout StateSealing) -> Void = { _ in }) async throws(CommandFailure) -> any StateBackend {
    var sealing = try sealing()
    adjust(&sealing)
    switch store.place {
    case .local: return LocalStateBackend(directory: stateFolder, environment: environment.name, sealing: sealing)
    case .s3(let place):
      let location = location(of: place)
      let caller = try await stateCaller(place)
      let leases: (any LeaseStore)? =
        if let table = location.lockTable { DynamoDBLeaseStore(table: table, location: location, caller: caller) } else { nil }
      return RemoteStateBackend(
        S3ObjectStore(location, caller: caller), leases: leases, environment: environment.name, sealing: sealing,
        timing: Self.leaseTiming)
    }
  }

  /// Where the objects of a place in S3 lie.
  func location(of place: StateStore.S3) -> S3StateLocation {
    var location = S3StateLocation(bucket: place.bucket, prefix: place.prefix, environment: environment.name, key: place.key)
    location.account = place.account ?? (target.isEmbedded ? nil : target.account)
    if case .dynamoDB(let table) = place.lock { location.lockTable = table }
    return location
  }

  /// Calls the services that hold the state, with the credentials and endpoints of the process.
  func stateCaller(_ place: StateStore.S3) async throws(CommandFailure) -> StateClient {
    let region = (place.region ?? environment.region).name
    let connection = try await AWSConnection.open(endpoint: nil, region: region, variables: ProcessInfo.processInfo.environment)
    return StateClient(connection.client, region: region)
  }

  /// Whether the state is encrypted, with its keys.
  ///
  /// - Throws: ``CommandFailure`` when the passphrase is missing.
  func sealing() throws(CommandFailure) -> StateSealing {
    guard let encryption = store.encryption else { return .clear }
    do throws(StateError) {
      return StateSealing(keyring: try keys.keyring { () throws(StateError) in try makeKeyring(encryption) })
    } catch {
      throw CommandFailure(error)
    }
  }

  private func makeKeyring(_ encryption: StateStore.Encryption) throws(StateError) -> StateKeyring {
    let variables = ProcessInfo.processInfo.environment
    let name = environment.name
    let region = environment.region.name
    let connect: @Sendable () async throws(StateError) -> any StateServiceCaller = { () async throws(StateError) in
      do throws(CommandFailure) {
        let connection = try await AWSConnection.open(endpoint: nil, region: region, variables: variables)
        return StateClient(connection.client, region: region)
      } catch {
        throw StateError(.encryption, error.diagnostics.first?.message ?? "AWS cannot be reached.")
      }
    }
    switch encryption {
    case .passphrase(let variable):
      var fallbacks: [any StateKeyService] = [KMSKeys(key: nil, environment: name, connect: connect)]
      if variables[variable + "_OLD"] != nil {
        fallbacks.insert(try PassphraseKeys(variable: variable + "_OLD", environment: variables), at: 0)
      }
      return StateKeyring(try PassphraseKeys(variable: variable, environment: variables), fallbacks: fallbacks)
    case .kms(let key):
      var fallbacks: [any StateKeyService] = []
      let old = "STRATA_PASSPHRASE_OLD"
      if variables[old] != nil { fallbacks.append(try PassphraseKeys(variable: old, environment: variables)) }
      return StateKeyring(KMSKeys(key: key, environment: name, connect: connect), fallbacks: fallbacks)
    }
  }

  /// A minute, unless a test cannot wait for so long.
  private static var leaseTiming: LeaseTiming {
    ProcessInfo.processInfo.environment["STRATA_LEASE_SECONDS"].flatMap(Int.init).map { LeaseTiming(seconds: $0) } ?? .standard
  }
}
