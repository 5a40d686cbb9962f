import StrataModel
import StrataTesting
import Synchronization

@testable import deploy

/// The graphs of the program's environments, each synthesized once for all tests.
enum EnvironmentGraphs {
  private static let known = Mutex<[String: Result<ResourceGraph, SynthesisFailure>]>([:])

  static func graph(of environment: String) throws -> ResourceGraph {
    if let known = known.withLock({ $0[environment] }) { return try known.get() }
    let made = Result { () throws(SynthesisFailure) in try synthesize(environment, of: Deploy.self) }
    known.withLock { $0[environment] = made }
    return try made.get()
  }
}

extension GraphResource {
  /// Every statement of every policy that the resource holds, inline ones of roles too.
  var allStatements: [PropertyObject] {
    let documents = ["KeyPolicy", "PolicyDocument", "ResourcePolicy"].map(PropertyPath.init(stringLiteral:)).flatMap { statements($0) }
    let inline = self["Policies"]?.arrayValue?.flatMap {
      $0["PolicyDocument"]?["Statement"]?.arrayValue?.compactMap(\.objectValue) ?? []
    }
    return documents + (inline ?? [])
  }

  /// The value of a tag.
  func tag(_ key: String) -> String? {
    self["Tags"]?.arrayValue?.first { $0["Key"]?.stringValue == key }?["Value"]?.shownText
  }
}

extension PropertyObject {
  var isAllow: Bool { self["Effect"] == "Allow" }
  var isDeny: Bool { self["Effect"] == "Deny" }

  /// Whether the statement covers an action, by name or by a pattern that ends in `*`.
  func covers(_ action: String) -> Bool {
    actions.contains { $0 == action || $0.hasSuffix("*") && action.hasPrefix($0.dropLast()) }
  }

  /// The values that a condition compares a key with.
  func condition(_ comparison: String, _ key: String) -> [String] { self["Condition"]?[comparison]?[key]?.texts ?? [] }

  /// The principals of AWS that the statement names, each reference as `*`.
  var principals: [String] { self["Principal"]?["AWS"]?.texts ?? [] }
}

/// What a key would be used for, as opposed to managed.
let cryptography = [
  "kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext",
  "kms:Sign", "kms:Verify", "kms:GenerateMac", "kms:VerifyMac", "kms:DeriveSharedSecret",
]
