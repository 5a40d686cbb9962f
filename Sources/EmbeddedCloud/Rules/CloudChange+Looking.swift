import StrataModel

extension CloudChange {
  /// The objects of a type that the properties refer to.
  func referenced(_ type: String, _ cloud: borrowing CloudStore) -> [CloudObject] {
    var found: [CloudObject] = []
    for reference in references {
      if let object = cloud.objects[reference.target], object.type == type { found.append(object) }
    }
    return found
  }

  /// The object of a type that one property refers to.
  func referenced(_ type: String, by property: String, _ cloud: borrowing CloudStore) -> CloudObject? {
    for reference in references where reference.property == property {
      if let object = cloud.objects[reference.target], object.type == type { return object }
    }
    return nil
  }

  /// The scope of a regional type at the place of the change.
  var regional: CloudScope { CloudScope(partition: scope.partition, account: scope.account, region: region) }

  var global: CloudScope { CloudScope(partition: scope.partition, account: scope.account, region: "") }

  var isDelete: Bool { kind == .delete }
}
