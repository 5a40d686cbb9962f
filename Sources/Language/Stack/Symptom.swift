public import StrataModel

/// What people see when something is wrong, with what may be the cause: a document's section on troubleshooting as data.
///
/// `deploy doctor` asks the questions and tells which cause it is.
///
/// ```swift
/// Symptom(
///   "\"Access Denied\" errors", in: "Scrybe AWS KMS Infrastructure, Troubleshooting",
///   .exists(applicationRole, remedy: "correct the role's ARN in the settings"),
///   .key(key.arn, allows: "kms:Decrypt", to: applicationRole, remedy: "name the role in the key's uses, and deploy"))
/// ```
public struct Symptom: Infrastructure {
  let name: String
  let document: String
  let diagnoses: [Diagnosis]
  let source: SourceLocation

  /// Creates a symptom with its diagnoses in the order in which they are worth asking.
  public init(
    _ name: String, in document: String, _ diagnoses: Diagnosis..., fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.document = document
    self.diagnoses = diagnoses
    source = SourceLocation(fileID: fileID, line: line, column: column)
  }

  public func declare(in context: DeclarationContext) { context.add(self) }
}

extension Diagnosis {
  /// Whether a resource is there: an attribute of it, or the ARN of a role outside.
  public static func exists<T>(_ subject: any Input<T>, remedy: String) -> Diagnosis {
    Diagnosis(.exists, of: subject.propertyValue, remedy: remedy)
  }

  /// Whether the policy of a KMS key lets a principal do something.
  public static func key<T>(_ key: any Input<T>, allows action: String, to principal: any Input<String>, remedy: String) -> Diagnosis {
    Diagnosis(.keyAllows(action: action, principal: principal.propertyValue), of: key.propertyValue, remedy: remedy)
  }

  /// Whether a KMS key is enabled, and rotates as declared.
  public static func keyWorks<T>(_ key: any Input<T>, remedy: String) -> Diagnosis {
    Diagnosis(.keyWorks, of: key.propertyValue, remedy: remedy)
  }

  /// Whether a resource is in the region that the shell asks for with `AWS_REGION` and its profile.
  public static func regionMatches<T>(_ subject: any Input<T>, remedy: String) -> Diagnosis {
    Diagnosis(.regionMatches, of: subject.propertyValue, remedy: remedy)
  }

  /// Whether a topic has a subscription that was confirmed.
  public static func topicIsHeard<T>(_ topic: any Input<T>, remedy: String) -> Diagnosis {
    Diagnosis(.topicIsHeard, of: topic.propertyValue, remedy: remedy)
  }

  /// Whether the environment's state is whole and readable.
  public static func stateIsWhole(remedy: String) -> Diagnosis { Diagnosis(.stateIsWhole, remedy: remedy) }
}
