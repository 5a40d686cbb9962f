import AWSClient
import StrataModel

/// The logging of deliveries: a list of protocols in a declaration, three attributes for each to the API (SNS API reference, SetTopicAttributes).
enum DeliveryStatus {
  private static let prefixes = ["application": "Application", "firehose": "Firehose", "http/s": "HTTP", "lambda": "Lambda", "sqs": "SQS"]
  private static let names = ["FailureFeedbackRoleArn", "SuccessFeedbackRoleArn", "SuccessFeedbackSampleRate"]

  static func attributes(_ logging: PropertyValue?) -> [String: String] {
    var attributes: [String: String] = [:]
    for entry in logging?.arrayValue ?? [] {
      guard let prefix = entry["Protocol"]?.stringValue.flatMap({ prefixes[$0] }) else { continue }
      for name in names { attributes[prefix + name] = entry[name].flatMap { AWSValue($0).scalarText } }
    }
    return attributes
  }

  /// The protocols that have any of the attributes; `nil` if none has.
  static func properties(_ attributes: AWSValue) -> PropertyValue? {
    var logging: [PropertyValue] = []
    for (name, prefix) in prefixes.sorted(by: { $0.key < $1.key }) {
      var entry = PropertyObject()
      for attribute in names {
        if let text = attributes[prefix + attribute]?.string, !text.isEmpty { entry[attribute] = .string(text) }
      }
      if entry.isEmpty { continue }
      entry["Protocol"] = .string(name)
      logging.append(.object(entry))
    }
    return logging.isEmpty ? nil : .array(logging)
  }
}
