import StrataModel

extension CloudStore {
  /// The parts of identifiers that are neither properties nor attributes, for templates.
  mutating func parts(_ profile: TypeProfile, _ inputs: PropertyObject, _ scope: CloudScope) -> PropertyObject {
    switch profile.name {
    case "AWS::ElasticLoadBalancingV2::LoadBalancer":
      switch inputs.text("Type") {
      case "network": return ["kind": "net"]
      case "gateway": return ["kind": "gwy"]
      default: return ["kind": "app"]
      }
    case "AWS::ElasticLoadBalancingV2::Listener":
      return ["listenerPath": .string(Self.after("loadbalancer/", inputs.text("LoadBalancerArn")))]
    case "AWS::ElasticLoadBalancingV2::ListenerRule": return ["listenerPath": .string(Self.after("listener/", inputs.text("ListenerArn")))]
    case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable": return ["streamLabel": "2026-11-21T09:30:00.000"]
    case "AWS::RDS::DBInstance", "AWS::RDS::DBCluster": return ["enginePort": .string(Self.port(inputs))]
    case "AWS::WAFv2::WebACL", "AWS::WAFv2::IPSet", "AWS::WAFv2::RegexPatternSet", "AWS::WAFv2::RuleGroup":
      return ["scopePath": inputs.text("Scope") == "CLOUDFRONT" ? "global" : "regional"]
    case "AWS::ECS::TaskDefinition":
      return ["familyRevision": .string(String(next(profile.name, scope, inputs.text("Family") ?? "")))]
    case "AWS::Lambda::Version":
      let function = inputs.text("FunctionName").map { String($0.tail) } ?? ""
      return ["functionVersion": .string(String(next(profile.name, scope, function)))]
    case "AWS::Events::Rule":
      let bus = inputs.text("EventBusName").map { String($0.tail) } ?? "default"
      return ["busPath": .string(bus == "default" ? "" : bus + "/")]
    case "AWS::Logs::DeliverySource":
      return ["sourceService": .string(inputs.text("ResourceArn").flatMap { ResourceName($0)?.service } ?? "cloudfront")]
    case "AWS::SecurityHub::Standard":
      return ["standardPath": .string(Self.after("standards/", inputs.text("StandardsArn")))]
    default: return PropertyObject()
    }
  }

  /// The next number of a sequence that never goes back.
  private mutating func next(_ type: String, _ scope: CloudScope, _ name: String) -> Int {
    let key = ObjectKey(type: type, scope: scope, name: name)
    let number = (sequences[key] ?? 0) + 1
    sequences[key] = number
    changes.append(.sequence(key))
    return number
  }

  private static func after(_ mark: String, _ text: String?) -> String {
    guard let text, let range = text.firstRange(of: mark) else { return "unknown/0000000000000000" }
    return String(text[range.upperBound...])
  }

  private static func port(_ inputs: PropertyObject) -> String {
    if let port = inputs.text("Port") { return port }
    let engine = inputs.text("Engine") ?? ""
    return engine.contains("postgres") ? "5432" : engine.hasPrefix("oracle") ? "1521" : engine.hasPrefix("sqlserver") ? "1433" : "3306"
  }
}
