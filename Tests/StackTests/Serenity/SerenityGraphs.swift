import StrataModel
import StrataTesting

@testable import deploy

/// The graphs of Serenity's environments, each synthesized once for all tests.
enum SerenityGraphs {
  private static let pilotResult = Result { () throws(SynthesisFailure) in try synthesize("pilot", of: Deploy.self) }
  private static let productionResult = Result { () throws(SynthesisFailure) in try synthesize("production", of: Deploy.self) }

  static var pilot: ResourceGraph { get throws { try pilotResult.get() } }
  static var production: ResourceGraph { get throws { try productionResult.get() } }
}

extension GraphResource {
  /// The text at a path; a join of texts and references is shown with `*` for each reference.
  func text(_ path: PropertyPath) -> String? { self[path]?.shownText }

  /// The statements of the policy document at a path.
  func statements(_ path: PropertyPath) -> [PropertyObject] {
    self[path]?["Statement"]?.arrayValue?.compactMap(\.objectValue) ?? []
  }

  /// The statement with an id.
  func statement(_ id: String, at path: PropertyPath) -> PropertyObject? {
    statements(path).first { $0["Sid"]?.stringValue == id }
  }
}

extension PropertyObject {
  /// The actions of a policy statement.
  var actions: [String] { self["Action"]?.texts ?? [] }

  /// The resources of a policy statement, each reference as `*`.
  var resources: [String] { self["Resource"]?.texts ?? [] }
}

extension PropertyValue {
  /// One text or several, as policies write them.
  var texts: [String] { (arrayValue ?? [self]).compactMap(\.shownText) }

  /// The text, with `*` for what is known only after the deployment.
  var shownText: String? {
    switch self {
    case .reference: "*"
    case .expression(let expression) where expression.function == .concatenate:
      expression.arguments.map { $0.shownText ?? "?" }.joined()
    default: scalarText
    }
  }
}
