import AWSClient
import AWSProvider
import StrataLanguage
import StrataModel

/// The objects that an environment's own state is kept in, as far as its program declares them: bucket, key and table.
///
/// `init` makes them before there is a state that could know of them; taken over, they are the program's like everything else.
struct StateObjects {
  /// One request for each object, in the order of the graph.
  let requests: [ImportRequest]

  /// Finds the declarations by the names that the place of the state has for its objects.
  ///
  /// - Parameter key: the identifier of the key behind the place's alias; without it the declared key is left out.
  init(declaredIn graph: ResourceGraph, location: S3StateLocation, key: String?) {
    var identifiers: [ResourceAddress: String] = [:]
    for node in graph.resources {
      func isNamed(_ property: String, _ name: String?) -> Bool { name != nil && node.properties[property]?.stringValue == name }
      switch node.type {
      case "AWS::S3::Bucket" where isNamed("BucketName", location.bucket): identifiers[node.address] = location.bucket
      case "AWS::DynamoDB::Table" where isNamed("TableName", location.lockTable): identifiers[node.address] = location.lockTable
      case "AWS::KMS::Alias" where isNamed("AliasName", location.key):
        identifiers[node.address] = location.key
        if case .reference(let target) = node.properties["TargetKeyId"] { identifiers[target.address] = key }
      default: break
      }
    }
    // A policy has no name of its own: it is its bucket's.
    for node in graph.resources where node.type == "AWS::S3::BucketPolicy" {
      switch node.properties["Bucket"] {
      case .string(location.bucket): identifiers[node.address] = location.bucket
      case .reference(let bucket) where identifiers[bucket.address] == location.bucket: identifiers[node.address] = location.bucket
      default: break
      }
    }
    requests = graph.resources.compactMap { node in identifiers[node.address].map { ImportRequest(address: node.address, identifier: $0) } }
  }
}

extension Session {
  /// The objects of the state that the program declares, whether the state knows them or not.
  ///
  /// - Throws: ``CommandFailure`` with every mistake of the program.
  func stateObjects() async throws(CommandFailure) -> [ImportRequest] {
    guard case .s3(let place) = store.place else { return [] }
    let (graph, _, _) = try synthesizeWithWaivers()
    let location = location(of: place)
    let region = (place.region ?? environment.region).name
    let bootstrapper = StateBootstrapper(location, region: region, caller: try await stateCaller(place))
    do throws(AWSError) {
      return StateObjects(declaredIn: graph, location: location, key: try await bootstrapper.keyIdentifier()).requests
    } catch {
      throw CommandFailure(
        Diagnostic(
          .error, code: "state-key-\(error.kind.rawValue)", "\(error.service):\(error.operation) failed: \(error.message) \(error.code)",
          remedy: "name the addresses and identifiers of the objects to take over"))
    }
  }
}
