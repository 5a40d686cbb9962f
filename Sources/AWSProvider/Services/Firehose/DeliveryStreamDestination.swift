import AWSClient
import StrataModel

/// The destination of a delivery stream, which the API calls a configuration, a description or an update.
enum DeliveryStreamDestination {
  /// The properties of the schema that hold a destination, without `DestinationConfiguration`.
  static let kinds = [
    "AmazonOpenSearchServerless", "Amazonopensearchservice", "Elasticsearch", "ExtendedS3", "HttpEndpoint", "Iceberg", "Redshift", "S3",
    "Snowflake", "Splunk",
  ]

  static func property(_ kind: String) -> String { kind + "DestinationConfiguration" }

  /// The described destinations under the names of configurations.
  static func configurations(_ destination: AWSValue) -> [String: AWSValue] {
    var result: [String: AWSValue] = [:]
    for kind in kinds {
      guard var members = destination[kind + "DestinationDescription"]?.structure else { continue }
      for (described, configured) in [
        ("S3BackupDescription", "S3BackupConfiguration"), ("S3DestinationDescription", "S3Configuration"),
        ("VpcConfigurationDescription", "VpcConfiguration"),
      ] {
        if let value = members.removeValue(forKey: described) { members[configured] = value }
      }
      result[property(kind)] = .structure(members)
    }
    return result
  }

  /// The update that makes a destination of a configuration; what cannot be changed is left out.
  static func update(_ kind: String, _ configuration: PropertyObject) -> AWSValue? {
    let input = ServiceModels.aws.service("firehose")?.operation("UpdateDestination")?.input
    guard let shape = input?.member(kind + "DestinationUpdate")?.shape else { return nil }
    var renaming = ["S3BackupConfiguration": "S3BackupUpdate"]
    if shape.member("S3Configuration") == nil { renaming["S3Configuration"] = "S3Update" }
    return .structure(ShapeInput(renaming: renaming).members(of: shape, from: configuration).compactMapValues { $0 })
  }
}
