import StrataModel

extension CloudStore {
  /// The object of a type that an ARN means although it is not the ARN's exact text.
  func find(_ type: String, _ arn: ResourceName) -> Int? {
    let regional = CloudScope(partition: arn.partition, account: arn.account, region: arn.region)
    switch arn.service {
    case "lambda":
      let name = arn.resource.dropFirst("function:".count).split(separator: ":").first.map(String.init) ?? ""
      return keys[ObjectKey(type: type, scope: regional, name: name)]
    case "s3":
      let bucket = arn.resource.split(separator: "/").first.map(String.init) ?? arn.resource
      return handles["arn:\(arn.partition):s3:::\(bucket)"]
    case "logs":
      let parts = arn.resource.dropFirst("log-group:".count).split(separator: ":")
      return parts.first.flatMap { keys[ObjectKey(type: type, scope: regional, name: String($0))] }
    case "dynamodb":
      let parts = arn.resource.dropFirst("table/".count).split(separator: "/")
      return parts.first.flatMap { name in
        keys[ObjectKey(type: type, scope: regional, name: String(name))]
          ?? keys[ObjectKey(type: "AWS::DynamoDB::GlobalTable", scope: regional, name: String(name))]
      }
    case "kms":
      if arn.resource.hasPrefix("alias/") {
        return arn.resource.hasPrefix("alias/aws/") ? nil : keys[ObjectKey(type: type, scope: regional, name: arn.resource)]
      }
      return keys[ObjectKey(type: "AWS::KMS::Key", scope: regional, name: arn.name)]
        ?? keys[ObjectKey(type: "AWS::KMS::ReplicaKey", scope: regional, name: arn.name)]
    case "secretsmanager":
      // An ARN may come without the six random characters.
      return keys[ObjectKey(type: type, scope: regional, name: String(arn.resource.dropFirst("secret:".count)))]
    case "iam" where type == "AWS::IAM::Role":
      let global = CloudScope(partition: arn.partition, account: arn.account, region: "")
      return keys[ObjectKey(type: "AWS::IAM::ServiceLinkedRole", scope: global, name: arn.name)]
    default: return nil
    }
  }

  /// The object of a type that a name in somebody's document means.
  func find(_ type: String, named name: String, from scope: CloudScope, region: String) -> Int? {
    let isGlobal = ProfileCache.isGlobal(type)
    let own = CloudScope(
      partition: scope.partition, account: scope.account, region: isGlobal ? "" : scope.region.isEmpty ? region : scope.region)
    if let number = keys[ObjectKey(type: type, scope: own, name: name)] { return number }
    if type == "AWS::S3::Bucket" { return handles["arn:\(scope.partition):s3:::\(name)"] }
    if let arn = ResourceName(name) { return find(type, arn) }
    if type == "AWS::Lambda::Function", let function = name.split(separator: ":").first, function.count < name.count {
      return keys[ObjectKey(type: type, scope: own, name: String(function))]
    }
    return findShared(type, named: name, from: own)
  }
}

extension ProfileCache {
  /// Whether objects of a type belong to an account as a whole.
  static func isGlobal(_ type: String) -> Bool {
    guard let end = type.utf8.lastIndex(of: UInt8(ascii: ":")) else { return false }
    return GlobalServices.contains(service: String(type[..<type.index(before: end)]), type: type)
  }
}
