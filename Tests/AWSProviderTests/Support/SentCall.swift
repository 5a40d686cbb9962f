import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

/// A call of an operation, as the services saw it.
struct SentCall: Hashable, Sendable, CustomTestStringConvertible {
  /// Service and operation, for example `kms:CreateKey`.
  var operation: String
  var input: AWSValue

  init(_ operation: String, _ input: AWSValue = [:]) {
    self.operation = operation
    self.input = input
  }

  /// Whether the call changes nothing, by the naming that AWS keeps to.
  var isRead: Bool {
    let name = operation.split(separator: ":").last ?? ""
    return ["Get", "List", "Describe", "Head"].contains { name.hasPrefix($0) }
  }

  var testDescription: String { "\(operation) \(JSONWriter.plainText(of: input.propertyValue))" }
}
