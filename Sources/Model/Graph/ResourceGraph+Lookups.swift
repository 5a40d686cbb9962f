extension ResourceGraph {
  /// The graph with the answers of lookups in the place of the questions; the same graph where a program asks nothing.
  ///
  /// - Parameter answers: by ``LookupQuery/key``; a lookup without an answer stays.
  public func answeringLookups(_ answers: [String: PropertyValue]) -> ResourceGraph {
    if lookups.isEmpty { return self }
    func answered(_ value: PropertyValue) -> PropertyValue {
      value.isLiteral ? value : value.answeringLookups { answers[$0.key] }
    }
    let resources = resources.map { node in
      var node = node
      node.properties = node.properties.mapValues(answered)
      return node
    }
    let outputs = outputs.map { output in
      var output = output
      output.value = answered(output.value)
      return output
    }
    return ResourceGraph(environment: environment, resources: resources, outputs: outputs, lookups: lookups)
  }
}
