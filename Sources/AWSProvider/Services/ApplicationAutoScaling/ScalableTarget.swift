import AWSClient

/// What is scaled: a resource, one of its dimensions, and the service.
struct ScalableTarget: Sendable, Hashable {
  var resource: String
  var dimension: String
  var namespace: String

  var text: String { "\(resource)|\(dimension)|\(namespace)" }

  init(resource: String, dimension: String, namespace: String) {
    self.resource = resource
    self.dimension = dimension
    self.namespace = namespace
  }

  /// The target of an identifier, for example `service/a/b|ecs:service:DesiredCount|ecs`.
  init?(_ text: String) {
    let parts = text.split(separator: "|").map { String($0) }
    guard parts.count == 3 else { return nil }
    self.init(resource: parts[0], dimension: parts[1], namespace: parts[2])
  }

  /// The members of every operation on the target.
  var input: [String: AWSValue?] {
    ["ServiceNamespace": .string(namespace), "ResourceId": .string(resource), "ScalableDimension": .string(dimension)]
  }

  /// The services that can be scaled (API reference, RegisterScalableTarget).
  static let namespaces = [
    "appstream", "cassandra", "comprehend", "custom-resource", "dynamodb", "ec2", "ecs", "elasticache", "elasticmapreduce", "kafka",
    "lambda", "neptune", "rds", "sagemaker", "workspaces",
  ]
}
