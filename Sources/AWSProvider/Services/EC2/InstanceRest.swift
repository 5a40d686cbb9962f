import AWSClient
import StrataModel

/// What an update changes while the instance is stopped.
struct InstanceRest: Sendable, Hashable {
  private var values: PropertyObject
  private static let properties = ["EbsOptimized", "InstanceType", "UserData"]

  /// What differs; `nil` when nothing of this kind does.
  init?(_ call: ResourceCall) {
    values = [:]
    for property in Self.properties where call.changed.contains(property) {
      values[property] = call.properties[property] ?? Self.standards[property]
    }
    if values.isEmpty { return nil }
  }

  /// What a text holds.
  init?(text: String) {
    guard let bytes = Base64Text.decode(text.replacing("_", with: "/")), let object = try? JSONReader.plainValue(of: bytes).objectValue
    else {
      return nil
    }
    values = object
  }

  /// The values as base64 of JSON, with `_` for `/`.
  var text: String { Base64Text.encode(Array(JSONWriter.plainText(of: .object(values)).utf8)).replacing("/", with: "_") }

  /// The attributes as ec2:ModifyInstanceAttribute takes them; user data is base64 in CloudFormation, and bytes there.
  var attributes: [(name: String, value: AWSValue)] {
    values.fields.map { field in
      guard field.key == "UserData" else { return (field.key, AWSValue(field.value)) }
      return (field.key, .blob(Base64Text.decode(field.value.stringValue ?? "") ?? []))
    }
  }

  /// An attribute's value as ec2:DescribeInstanceAttribute shows it.
  func shown(_ value: AWSValue) -> AWSValue? {
    guard case .blob(let bytes) = value else { return value }
    return bytes.isEmpty ? nil : .string(Base64Text.encode(bytes))
  }

  private static let standards: PropertyObject = ["EbsOptimized": .bool(false), "UserData": .string("")]
}
