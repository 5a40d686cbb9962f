import StrataModel

/// The statements that a bucket of state has in its policy, beside those of others.
enum BucketPolicy {
  /// The policy with our statements; `nil` when it has them already.
  static func adding(to text: String?, bucket: String, partition: String, requiresTLS: Bool) -> String? {
    let arn = "arn:\(partition):s3:::\(bucket)"
    var ours: [(id: String, statement: PropertyValue)] = [
      (
        "StrataRequiresTLS",
        [
          "Sid": "StrataRequiresTLS", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
          "Resource": [.string(arn), .string(arn + "/*")], "Condition": ["Bool": ["aws:SecureTransport": "false"]],
        ]
      ),
      (
        "StrataKeepsBucket",
        ["Sid": "StrataKeepsBucket", "Effect": "Deny", "Principal": "*", "Action": "s3:DeleteBucket", "Resource": .string(arn)]
      ),
    ]
    if !requiresTLS { ours.removeFirst() }
    var document: PropertyObject = ["Version": "2012-10-17"]
    var statements: [PropertyValue] = []
    if let text, let present = (try? JSONReader.plainValue(of: Array(text.utf8)))?.objectValue {
      document = present
      switch present["Statement"] {
      case .array(let list): statements = list
      case let single?: statements = [single]
      case nil: break
      }
    }
    guard ours.contains(where: { own in !statements.contains(own.statement) }) else { return nil }
    statements.removeAll { statement in ours.contains { $0.id == statement["Sid"]?.stringValue } }
    document["Statement"] = .array(statements + ours.map(\.statement))
    return JSONWriter.plainText(of: .object(document))
  }
}
