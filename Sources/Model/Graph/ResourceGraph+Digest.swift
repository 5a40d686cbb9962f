extension ResourceGraph {
  /// The digest of addresses, types, placements, documents, lifecycles and outputs.
  ///
  /// Source positions are no part of it: an edit that only moves lines makes no plan stale.
  public var digest: String {
    var writer = JSONWriter()
    writer.write(.string(environment))
    for resource in resources { writer.write(.object(resource.document(showsSource: false))) }
    for output in outputs { writer.write(.object(output.document(showsSource: false))) }
    return Digest.hexadecimal(writer.text)
  }
}
