import ResourceCatalog
import SwiftSyntax
import TypeProvider

/// Finds the signature of a call; each is made once per declaration.
final class SignatureLibrary {
  private enum Entry {
    case found(CallSignature)
    case unknown
  }

  private var signatures: [String: Entry] = [:]

  /// The signature behind a callee such as `EC2.VPC`, `StrataAWS.EC2.VPC` or `S3.Bucket.Rule`.
  func signature(of callee: ExprSyntax) -> CallSignature? {
    guard let member = callee.as(MemberAccessExprSyntax.self), member.base != nil, let path = CalleePath(callee), path.names.count >= 2
    else {
      return nil
    }
    return signature(at: path.names)
  }

  /// The signature of a type that is written out, as an annotation or as what a function returns.
  func signature(of type: TypeSyntax) -> CallSignature? {
    guard let member = type.as(MemberTypeSyntax.self) else { return nil }
    var names: [String] = [member.name.text]
    var base = member.baseType
    while let outer = base.as(MemberTypeSyntax.self) {
      names.append(outer.name.text)
      base = outer.baseType
    }
    guard let root = base.as(IdentifierTypeSyntax.self) else { return nil }
    return signature(at: (names + [root.name.text]).reversed())
  }

  private func signature(at names: [String]) -> CallSignature? {
    let key = names.joined(separator: ".")
    if let entry = signatures[key] {
      if case .found(let signature) = entry { return signature }
      return nil
    }
    let signature = find(names)
    signatures[key] = signature.map(Entry.found) ?? .unknown
    return signature
  }

  private func find(_ names: [String]) -> CallSignature? {
    for start in 0..<(names.count - 1) {
      let typeName = ServiceNames.typeName(service: names[start], resource: names[start + 1])
      guard let type = ResourceCatalog.aws.type(typeName) else { continue }
      let rest = names[(start + 2)...]
      if rest.isEmpty {
        return CallSignature(name: typeName, type: type, definition: nil, isResource: true, surface: ResourceSurface(type).object)
      }
      return rest.count == 1 ? rest.first.flatMap { shape($0, of: type, typeName) } : nil
    }
    return nil
  }

  /// A nested type that stands by itself: `S3.Bucket.Rule`.
  private func shape(_ name: String, of type: TypeSchema, _ typeName: String) -> CallSignature? {
    guard let schema = type.definition(named: name), let surface = ResourceSurface(type).object.object(for: .shape(name)) else {
      return nil
    }
    return CallSignature(name: "\(name) of \(typeName)", type: type, definition: (name, schema), isResource: false, surface: surface)
  }
}
