import ResourceCatalog
import SwiftSyntax
import TypeProvider

/// Finds the signature of a call; each is made once per declaration.
final class SignatureLibrary {
  private enum Entry {
    case found(CallSignature)
    case unknown
  }

  private struct ShapeKey: Hashable {
    var schema: Schema
    var owner: String
  }

  private var resources: [String: Entry] = [:]
  private var shapes: [ShapeKey: CallSignature] = [:]

  /// The signature behind a callee such as `EC2.VPC`, `StrataAWS.EC2.VPC` or `S3.Bucket.Rule`.
  func signature(of callee: ExprSyntax) -> CallSignature? {
    guard let member = callee.as(MemberAccessExprSyntax.self), member.base != nil, let path = CalleePath(callee), path.names.count >= 2
    else {
      return nil
    }
    let key = path.names.joined(separator: ".")
    if let entry = resources[key] {
      if case .found(let signature) = entry { return signature }
      return nil
    }
    let signature = find(path.names)
    resources[key] = signature.map(Entry.found) ?? .unknown
    return signature
  }

  private func find(_ names: [String]) -> CallSignature? {
    for start in 0...Swift.max(0, names.count - 2) {
      let service = names[start]
      guard let type = ResourceCatalog.aws.type("AWS::\(service)::\(names[start + 1])") else { continue }
      return names.count == start + 2 ? resource(type) : nil
    }
    return nil
  }

  private func resource(_ type: TypeSchema) -> CallSignature {
    CallSignature(
      name: String(type.name), type: type, schema: type.schema, isResource: true,
      parameters: parameters(type.properties.filter { !$0.isReadOnly }))
  }

  /// The signature of the object that a parameter or an element takes, or `nil` if it takes no object of known properties.
  func shape(of schema: Schema, named property: String, of owner: CallSignature) -> CallSignature? {
    let resolved = schema.resolved
    guard resolved.kind == .object else { return nil }
    let key = ShapeKey(schema: resolved, owner: property + "/" + String(owner.type.name))
    if let known = shapes[key] { return known }
    let signature = CallSignature(
      name: "\(property) of \(owner.type.name)", type: owner.type, schema: resolved, isResource: false,
      parameters: parameters(Array(resolved.properties)))
    shapes[key] = signature
    return signature
  }

  private func parameters(_ properties: [PropertySchema]) -> [CallSignature.Parameter] {
    let all = properties.map {
      CallSignature.Parameter(
        label: lowerCamel(String($0.name)), property: String($0.name), schema: $0.schema, isRequired: $0.isRequired, target: nil)
    }
    return all.filter(\.isRequired) + all.filter { !$0.isRequired }
  }
}
