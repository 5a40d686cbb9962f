import AWSClient
import StrataModel

/// A database as the rotation functions of AWS expect it in a secret (Secrets Manager User Guide, "JSON structure of secrets").
enum DatabaseTarget {
  private static let instance = "dbInstanceIdentifier"
  private static let cluster = "dbClusterIdentifier"

  /// The fields for the declared target.
  static func fields(_ call: ResourceCall) async throws -> PropertyObject {
    let identifier = AWSValue.string(try call.required("TargetId"))
    switch try call.required("TargetType") {
    case "AWS::RDS::DBInstance", "AWS::DocDB::DBInstance":
      let answer = try await call.send("rds", "DescribeDBInstances", ["DBInstanceIdentifier": identifier])
      guard let found = answer["DBInstances"]?.list?.first, let host = found["Endpoint"]?["Address"]?.string else { break }
      return fields(found, host, found["Endpoint"]?["Port"], found["DBName"], instance, identifier)
    case "AWS::RDS::DBCluster", "AWS::DocDB::DBCluster":
      let answer = try await call.send("rds", "DescribeDBClusters", ["DBClusterIdentifier": identifier])
      guard let found = answer["DBClusters"]?.list?.first, let host = found["Endpoint"]?.string else { break }
      return fields(found, host, found["Port"], found["DatabaseName"], cluster, identifier)
    case let other: throw ProviderFailure.unsupported("A secret cannot be attached to \(other) here.")
    }
    throw ProviderFailure.notFound("The database has no endpoint yet.")
  }

  private static func fields(
    _ found: AWSValue, _ host: String, _ port: AWSValue?, _ database: AWSValue?, _ key: String, _ identifier: AWSValue
  ) -> PropertyObject {
    var fields: PropertyObject = ["host": .string(host), "engine": .string(engine(found["Engine"]?.string ?? ""))]
    fields["port"] = port?.propertyValue
    if let database, database.string != "" { fields["dbname"] = database.propertyValue }
    fields[key] = identifier.propertyValue
    return fields
  }

  /// `aurora-postgresql` is `postgres` to the rotation functions, `oracle-ee` is `oracle`.
  private static func engine(_ engine: String) -> String {
    let names = ["mysql": "mysql", "postgres": "postgres", "docdb": "mongo"]
    if let match = names.first(where: { engine.contains($0.key) }) { return match.value }
    return engine.split(separator: "-").first.map { String($0) } ?? engine
  }

  /// The declared target of a secret's JSON; `nil` without one.
  static func target(in object: PropertyObject) -> PropertyObject? {
    let service = object["engine"] == "mongo" ? "DocDB" : "RDS"
    if let identifier = object[instance] { return ["TargetId": identifier, "TargetType": .string("AWS::\(service)::DBInstance")] }
    if let identifier = object[cluster] { return ["TargetId": identifier, "TargetType": .string("AWS::\(service)::DBCluster")] }
    return nil
  }

  static func removed(from object: PropertyObject) -> PropertyObject {
    var object = object
    for key in ["host", "port", "engine", "dbname", instance, cluster] { object[key] = nil }
    return object
  }
}
