extension Plan.Selection {
  var json: PropertyValue {
    var object = PropertyObject()
    object.setList("added", added.map(\.json))
    object.setList("except", except.map(PropertyValue.string))
    object.setList("leftOut", leftOut.map(\.json))
    object.setList("only", only.map(PropertyValue.string))
    return .object(object)
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "the selection of the plan")
    self.init(
      only: try fields.strings("only"), except: try fields.strings("except"), added: try fields.list("added", Companion.init(json:)),
      leftOut: try fields.list("leftOut", Remainder.init(json:)))
  }
}

extension Plan.Selection.Companion {
  fileprivate var json: PropertyValue {
    ["address": .string(address.path), "cause": .string(cause.path), "reason": .string(reason)]
  }

  fileprivate init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a companion in the plan's selection")
    self.init(
      ResourceAddress(try fields.string("address")), cause: ResourceAddress(try fields.string("cause")),
      reason: try fields.string("reason"))
  }
}

extension Plan.Selection.Remainder {
  fileprivate var json: PropertyValue {
    var object: PropertyObject = ["address": .string(address.path), "operation": .string(operation.rawValue)]
    object.set("cause", cause?.path)
    object.setFlag("replacement", isReplacement)
    return .object(object)
  }

  fileprivate init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a remainder in the plan's selection")
    self.init(
      ResourceAddress(try fields.string("address")), try fields.choice("operation"), isReplacement: try fields.flag("replacement"),
      cause: try fields.optionalString("cause").map { ResourceAddress($0) })
  }
}
