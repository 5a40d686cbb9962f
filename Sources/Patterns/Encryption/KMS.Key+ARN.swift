import StrataAWS
import StrataLanguage
import StrataModel

extension KMS.Key {
  /// The ARN of a key that is given as the resource, a component, or the ARN of one that exists.
  static func arn(of key: any StrataLanguage.Reference<KMS.Key>) -> Value<String> { Value(propertyValue: key.reference(to: "Arn")) }
}
