import StrataModel

/// The functions of CloudFormation as values of a template.
enum Intrinsic {
  static func ref(_ id: String) -> PropertyValue { ["Ref": .string(id)] }
  static func attribute(_ name: String, of id: String) -> PropertyValue { ["Fn::GetAtt": [.string(id), .string(name)]] }
  static func importValue(_ name: String) -> PropertyValue { ["Fn::ImportValue": .string(name)] }
  static func join(_ separator: PropertyValue, _ list: PropertyValue) -> PropertyValue { ["Fn::Join": [separator, list]] }
  static func split(_ separator: PropertyValue, _ text: PropertyValue) -> PropertyValue { ["Fn::Split": [separator, text]] }
  static func select(_ index: PropertyValue, _ list: PropertyValue) -> PropertyValue { ["Fn::Select": [index, list]] }
  static func base64(_ text: PropertyValue) -> PropertyValue { ["Fn::Base64": text] }

  /// What stands for a value inside of `Fn::Sub`, which knows nothing but names of the template itself.
  static func placeholder(of value: PropertyValue) -> String? {
    guard let object = value.objectValue, object.count == 1, let field = object.fields.first else { return nil }
    switch (field.key, field.value) {
    case ("Ref", .string(let id)): return "${\(id)}"
    case ("Fn::GetAtt", .array(let parts)):
      guard parts.count == 2, let id = parts[0].stringValue, let name = parts[1].stringValue else { return nil }
      return "${\(id).\(name)}"
    default: return nil
    }
  }
}
