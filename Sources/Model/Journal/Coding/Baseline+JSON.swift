extension JournalEntry.Baseline {
  package var json: PropertyValue {
    var object = PropertyObject()
    object.setProperties("attributes", attributes)
    object.setPairs("observed", observed) { $0 }
    return .object(object)
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a baseline")
    self.init(observed: try fields.pairs("observed") { $0 }, attributes: try fields.properties("attributes"))
  }
}
