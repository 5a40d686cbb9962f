extension ResourceNode {
  /// The node as a JSON document.
  ///
  /// - Parameter showsSource: whether the place of the declaration is part of it; digests leave it out.
  public func document(showsSource: Bool) -> PropertyObject {
    var document: PropertyObject = [
      "address": .string(address.path), "type": .string(type), "placement": placement.document, "properties": .object(properties),
    ]
    if let adoptedIdentifier { document["adopts"] = .string(adoptedIdentifier) }
    if !dependencies.isEmpty { document["dependencies"] = .array(dependencies.map(\.document)) }
    if lifecycle != Lifecycle() { document["lifecycle"] = lifecycle.document }
    if !renamedFrom.isEmpty { document["renamedFrom"] = .array(renamedFrom.map { .string($0.path) }) }
    if showsSource { document["source"] = source.document }
    return document
  }
}

extension ResourceGraph {
  /// The graph as a JSON document: resources in topological order, then outputs.
  public func document(showsSource: Bool) -> PropertyValue {
    var document: PropertyObject = [
      "environment": .string(environment),
      "outputs": .array(outputs.map { .object($0.document(showsSource: showsSource)) }),
      "resources": .array(resources.map { .object($0.document(showsSource: showsSource)) }),
    ]
    if !lookups.isEmpty {
      document["lookups"] = .array(
        lookups.map { lookup in
          var object: PropertyObject = ["key": .string(lookup.key)]
          if showsSource { object["source"] = lookup.source.document }
          return .object(object)
        })
    }
    return .object(document)
  }

  /// The indented JSON text of the graph, the same bytes on every run.
  public var jsonText: String { JSONWriter.prettyText(of: document(showsSource: true)) }
}

extension OutputDeclaration {
  /// The output as a JSON document.
  public func document(showsSource: Bool) -> PropertyObject {
    var document: PropertyObject = ["key": .string(key), "value": value]
    if isSensitive { document["sensitive"] = true }
    if showsSource { document["source"] = source.document }
    return document
  }
}

extension Placement {
  var document: PropertyValue {
    var document: PropertyObject = ["account": .string(account), "partition": .string(partition), "region": .string(region)]
    if !roleChain.isEmpty { document["roleChain"] = .array(roleChain.map(PropertyValue.string)) }
    return .object(document)
  }
}

extension Dependency {
  var document: PropertyValue {
    var document: PropertyObject = ["on": .string(address.path)]
    if readiness != .stable { document["readiness"] = .string(readiness.rawValue) }
    if !paths.isEmpty { document["paths"] = .array(paths.map { .string($0.description) }) }
    return .object(document)
  }
}

extension Lifecycle {
  var document: PropertyValue {
    var document = PropertyObject()
    if isDeletedFirst { document["deletedFirst"] = true }
    if holdsData { document["holdsData"] = true }
    if !ignoredPaths.isEmpty { document["ignoring"] = .array(ignoredPaths.map { .string($0.description) }) }
    if isProtected { document["protected"] = true }
    if isRetained { document["retained"] = true }
    if !timeouts.isEmpty { document["timeouts"] = .object(timeouts.json) }
    return .object(document)
  }
}

extension SourceLocation {
  var document: PropertyValue {
    var document: PropertyObject = ["file": .string(fileID), "line": .integer(line)]
    if column > 0 { document["column"] = .integer(column) }
    return .object(document)
  }
}
