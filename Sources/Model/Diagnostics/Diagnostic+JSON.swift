extension Diagnostic {
  /// The diagnostic for programs.
  ///
  /// - Parameter place: The written form of a position.
  public func json(place: (SourceLocation) -> String) -> PropertyValue {
    var object: PropertyObject = ["severity": .string(severity.rawValue), "code": .string(code), "message": .string(message)]
    if let remedy { object["remedy"] = .string(remedy) }
    if let location { object["location"] = .string(place(location)) }
    if let address { object["address"] = .string(address.path) }
    if let path { object["path"] = .string(path.description) }
    if !notes.isEmpty {
      object["notes"] = .array(
        notes.map { note in
          var fields: PropertyObject = ["message": .string(note.message)]
          if let location = note.location { fields["location"] = .string(place(location)) }
          return .object(fields)
        })
    }
    return .object(object)
  }
}
