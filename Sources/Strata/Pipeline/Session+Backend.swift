import AWSClient
import AWSProvider
import Foundation
import StrataDeployment
import StrataLanguage

extension Session {
  /// The place of the state.
  ///
  /// - Throws: ``CommandFailure`` for settings of AWS that cannot be used.
  func backend() async throws(CommandFailure) -> any StateBackend {
    switch store.place {
    case .local: return LocalStateBackend(directory: stateFolder, environment: environment.name)
    case .s3(let place):
      let location = location(of: place)
      let caller = try await stateCaller(place)
      let leases: (any LeaseStore)? =
        if let table = location.lockTable { DynamoDBLeaseStore(table: table, location: location, caller: caller) } else { nil }
      return RemoteStateBackend(
        S3ObjectStore(location, caller: caller), leases: leases, environment: environment.name, timing: Self.leaseTiming)
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

  /// A minute, unless a test cannot wait for so long.
  private static var leaseTiming: LeaseTiming {
    ProcessInfo.processInfo.environment["STRATA_LEASE_SECONDS"].flatMap(Int.init).map { LeaseTiming(seconds: $0) } ?? .standard
  }
}
