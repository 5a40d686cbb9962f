import StrataModel

extension Diagnostic {
  /// The diagnostic for programs.
  func json(sources: SourceFiles) -> PropertyValue {
    var object: PropertyObject = ["severity": .string(severity.rawValue), "code": .string(code), "message": .string(message)]
    if let remedy { object["remedy"] = .string(remedy) }
    if let location { object["location"] = .string(sources.display(location)) }
    if let address { object["address"] = .string(address.path) }
    if let path { object["path"] = .string(path.description) }
    if !notes.isEmpty {
      object["notes"] = .array(
        notes.map { note in
          var fields: PropertyObject = ["message": .string(note.message)]
          if let location = note.location { fields["location"] = .string(sources.display(location)) }
          return .object(fields)
        })
    }
    return .object(object)
  }
}
