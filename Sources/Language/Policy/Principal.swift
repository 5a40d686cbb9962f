import StrataModel

/// Who a policy statement is about.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal".
public struct Principal: Sendable, Hashable {
  private enum Kind: String, CaseIterable {
    case aws = "AWS"
    case service = "Service"
    case federated = "Federated"
    case canonicalUser = "CanonicalUser"
    case anyone = "*"
  }

  private let kind: Kind
  private let values: [PropertyValue]

  private init(_ kind: Kind, _ values: [PropertyValue]) {
    self.kind = kind
    self.values = values
  }

  /// AWS services by short name or full name: `.service("logs", "ecs-tasks.amazonaws.com")`.
  ///
  /// A name without `.amazonaws.com` gets it, also one with a region, such as `logs.us-east-1`.
  public static func service(_ names: any Input<String>...) -> Principal { service(names) }

  /// AWS services by short name or full name.
  public static func service(_ names: [any Input<String>]) -> Principal {
    Principal(.service, names.map { fullServiceName($0.propertyValue) })
  }

  /// Whole accounts, by their twelve digits; the accounts' own policies then decide who in them may.
  public static func account(_ ids: any Input<String>...) -> Principal {
    Principal(
      .aws,
      ids.map { id in
        .expression(
          Expression(.concatenate, [.string("arn:"), AWS.partition.propertyValue, .string(":iam::"), id.propertyValue, .string(":root")]))
      })
  }

  /// Roles, users or sessions by their ARNs.
  public static func arn(_ arns: any Input<String>...) -> Principal { Principal(.aws, Statement.values(of: arns)) }

  /// Roles, users or sessions by their ARNs.
  public static func arns(_ arns: [any Input<String>]) -> Principal { Principal(.aws, Statement.values(of: arns)) }

  /// An identity provider by its ARN or host name: `.federated("cognito-identity.amazonaws.com")`.
  public static func federated(_ providers: any Input<String>...) -> Principal {
    Principal(.federated, Statement.values(of: providers))
  }

  /// A CloudFront origin access identity or another account by its canonical user id.
  public static func canonicalUser(_ ids: any Input<String>...) -> Principal {
    Principal(.canonicalUser, Statement.values(of: ids))
  }

  /// Everyone, signed in or not.
  public static var anyone: Principal { Principal(.anyone, []) }

  /// Whether a token of an identity provider stands for the principal.
  var isFederated: Bool { kind == .federated }

  /// The `Principal` element of principals that are all meant.
  static func propertyValue(of principals: [Principal]) -> PropertyValue {
    if principals.count == 1 {
      let only = principals[0]
      if only.kind == .anyone { return .string("*") }
      var object = PropertyObject()
      object[only.kind.rawValue] = Statement.oneOrMany(only.values)
      return .object(object)
    }
    if principals.contains(where: { $0.kind == .anyone }) { return .string("*") }
    var object = PropertyObject()
    for kind in Kind.allCases {
      let values = principals.filter { $0.kind == kind }.flatMap { $0.values }
      if !values.isEmpty { object[kind.rawValue] = Statement.oneOrMany(values) }
    }
    return .object(object)
  }

  private static func fullServiceName(_ name: PropertyValue) -> PropertyValue {
    switch name {
    case .string(let text):
      return .string(text.hasSuffix(".amazonaws.com") || text.hasSuffix(".amazonaws.com.cn") ? text : text + ".amazonaws.com")
    case .expression(let expression) where expression.function == .concatenate:
      if case .string(let last)? = expression.arguments.last, last.hasSuffix(".amazonaws.com") { return name }
      return Expression(.concatenate, expression.arguments + [.string(".amazonaws.com")]).simplified
    default: return Expression(.concatenate, [name, .string(".amazonaws.com")]).simplified
    }
  }
}
