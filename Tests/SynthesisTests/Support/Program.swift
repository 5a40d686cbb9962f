import StrataLanguage
import StrataModel
import StrataSynthesis

/// Declarations written as plain values: each resource stands on the line of its number.
struct Program {
  static let home = Placement(account: "123456789012", region: "us-east-1")

  private(set) var declarations = DeclarationSet(environment: "test", placement: home)

  /// Adds a resource; its line is ten times its number, from 10.
  @discardableResult
  mutating func add(
    _ address: ResourceAddress, _ type: String, _ properties: PropertyObject = [:], in region: String = "us-east-1",
    account: String = "123456789012", after: [ResourceAddress] = [], _ change: (inout DeclaredResource) -> Void = { _ in }
  ) -> Program {
    var resource = DeclaredResource(
      address: address, type: "AWS::" + type, placement: Placement(account: account, region: region), properties: properties,
      explicitDependencies: after,
      source: SourceLocation(fileID: "Stacks/App.swift", line: 10 * (declarations.resources.count + 1), column: 5))
    change(&resource)
    declarations.resources.append(resource)
    return self
  }

  mutating func output(_ name: String, _ value: PropertyValue) {
    declarations.outputs.append(
      OutputDeclaration(key: "app/" + name, value: value, source: SourceLocation(fileID: "Stacks/App.swift", line: 900)))
  }

  func synthesized() -> SynthesisResult { synthesize(declarations) }

  /// The diagnostics as text, with their codes, for comparison.
  var findings: [String] {
    synthesized().diagnostics.map { "\($0.location.map { "\($0)" } ?? "?"): \($0.severity) [\($0.code)] \($0.message)" }
  }

  /// The codes alone.
  var codes: [String] { synthesized().diagnostics.map(\.code) }
}

/// A reference to an attribute.
func ref(_ address: ResourceAddress, _ attribute: String) -> PropertyValue { .reference(Reference(address, attribute)) }

/// A text with references in it.
func text(_ parts: PropertyValue...) -> PropertyValue { .expression(Expression(.concatenate, parts)) }

/// What synthesis says about a program under one code: line, severity and message.
func messages(_ code: String, _ build: (inout Program) -> Void) -> [String] {
  var program = Program()
  build(&program)
  return program.synthesized().diagnostics.filter { $0.code == code }.map { diagnostic in
    "\(diagnostic.location?.line ?? 0) \(diagnostic.severity): \(diagnostic.message)"
  }
}

/// A trust policy for a service.
func trust(_ service: String) -> PropertyValue {
  ["Version": "2012-10-17", "Statement": [["Effect": "Allow", "Principal": ["Service": .string(service)], "Action": "sts:AssumeRole"]]]
}

/// A policy of statements.
func policy(_ statements: PropertyValue...) -> PropertyValue { ["Version": "2012-10-17", "Statement": .array(statements)] }

/// The statement that lets an account administer a key.
let rootStatement: PropertyValue = [
  "Effect": "Allow", "Principal": ["AWS": "arn:aws:iam::123456789012:root"], "Action": "kms:*", "Resource": "*",
]

/// A statement that lets a service use a key.
func keyStatement(_ service: String) -> PropertyValue {
  ["Effect": "Allow", "Principal": ["Service": .string(service)], "Action": ["kms:GenerateDataKey*", "kms:Decrypt"], "Resource": "*"]
}
