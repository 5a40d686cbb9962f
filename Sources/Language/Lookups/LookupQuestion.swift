import StrataModel

/// A lookup as it stands in a document while the program runs: the question with the place where it was written, and without the placement, which
/// only the resource that takes the value knows.
enum LookupQuestion {
  static func value(_ kind: String, _ question: PropertyObject, _ region: Region?, _ source: SourceLocation) -> PropertyValue {
    var object = question
    object["Kind"] = .string(kind)
    object["Region"] = region.map { .string($0.name) }
    object["Source"] = [.string(source.fileID), .integer(source.line), .integer(source.column)]
    return .expression(Expression(.lookup, [.object(object)]))
  }

  /// Where a question was written.
  static func source(of question: PropertyObject) -> SourceLocation? {
    guard let parts = question["Source"]?.arrayValue, parts.count == 3, let fileID = parts[0].stringValue,
      let line = parts[1].integerValue, let column = parts[2].integerValue
    else { return nil }
    return SourceLocation(fileID: fileID, line: line, column: column)
  }

  /// The query that a question is in a place; `nil` for one that is not known yet.
  static func query(of question: PropertyObject, in placement: Placement) -> LookupQuery? {
    var document = question
    document["Source"] = nil
    document["Region"] = nil
    var placement = placement
    if let region = question["Region"]?.stringValue { placement = placement.moved(to: Region(region), of: nil) }
    document["Placement"] = placement.json
    return LookupQuery(document: document)
  }
}
