import StrataModel

/// Where in the program a value stands that is written.
struct Place {
  var address: ResourceAddress?
  var type = ""
  var path = PropertyPath.root
  var source: SourceLocation

  init(_ node: ResourceNode) {
    address = node.address
    type = node.type
    source = node.source
  }

  init(_ output: OutputDeclaration) { source = output.source }

  func appending(key: String) -> Place {
    var place = self
    place.path = path.appending(key: key)
    return place
  }

  func appending(index: Int) -> Place {
    var place = self
    place.path = path.appending(index: index)
    return place
  }
}
