import StrataModel

extension Document {
  /// A policy document with the version `2012-10-17`.
  ///
  /// ```swift
  /// policyDocument: .policy {
  ///   Allow("dynamodb:GetItem", "dynamodb:PutItem", on: table.arn, "\(table.arn)/index/*")
  ///   Deny("s3:*", on: bucket.arn, "\(bucket.arn)/*").to(.anyone).when(.isFalse("aws:SecureTransport"))
  /// }
  /// ```
  public static func policy(@PolicyBuilder _ statements: () -> [Statement]) -> Document { policy(statements()) }

  /// A policy document with the version `2012-10-17`.
  public static func policy(_ statements: [Statement]) -> Document {
    var document = PropertyObject(minimumCapacity: 2)
    var list: [PropertyValue] = []
    list.reserveCapacity(statements.count)
    for statement in statements { list.append(statement.propertyValue) }
    document["Statement"] = .array(list)
    document["Version"] = "2012-10-17"
    return Document(propertyValue: .object(document))
  }

  /// A trust policy that lets AWS services assume the role: `.trust("ecs-tasks")`.
  public static func trust(_ services: String...) -> Document {
    .policy { Allow("sts:AssumeRole").to(.service(services)) }
  }

  /// A trust policy that lets principals assume the role, under conditions if some are given.
  ///
  /// A federated principal assumes it with a token: `.trust(.federated(provider), when: .equals("aud", "…"))`.
  public static func trust(_ principal: Principal, when conditions: Condition...) -> Document {
    .policy { Allow(principal.isFederated ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole").to(principal).when(conditions) }
  }
}
