import StrataLanguage
import StrataModel

/// How many resources of a type an account, region or parent takes.
struct ResourceQuotas: GraphCheck {
  private enum Scope {
    case account
    case region
    case parent(String)
  }

  private struct Quota {
    var type: String
    /// What an account has without asking; beyond it is a warning.
    var usual: Int
    /// What cannot be raised; beyond it is an error.
    var most: Int
    var scope: Scope
  }

  let source = """
    "Endpoints and quotas" of the AWS General Reference: IAM roles 1,000 (more on request), EC2 EIPs, VPCs and internet gateways 5 per \
    region, CloudTrail 5 trails per region, CloudWatch Logs 100 metric filters and 2 subscription filters per log group, 10 resource policies \
    per region
    """

  var types: [String] { Self.quotas.map(\.type) }

  private static let quotas: [Quota] = [
    Quota(type: "AWS::IAM::Role", usual: 1_000, most: .max, scope: .account),
    Quota(type: "AWS::EC2::EIP", usual: 5, most: .max, scope: .region),
    Quota(type: "AWS::EC2::VPC", usual: 5, most: .max, scope: .region),
    Quota(type: "AWS::EC2::InternetGateway", usual: 5, most: .max, scope: .region),
    Quota(type: "AWS::CloudTrail::Trail", usual: 5, most: 5, scope: .region),
    Quota(type: "AWS::Logs::MetricFilter", usual: 100, most: 100, scope: .parent("LogGroupName")),
    Quota(type: "AWS::Logs::SubscriptionFilter", usual: 2, most: 2, scope: .parent("LogGroupName")),
    Quota(type: "AWS::Logs::ResourcePolicy", usual: 10, most: 10, scope: .region),
    Quota(type: "AWS::KMS::Key", usual: 100_000, most: .max, scope: .region),
    Quota(type: "AWS::ElasticLoadBalancingV2::ListenerRule", usual: 100, most: .max, scope: .parent("ListenerArn")),
  ]

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for quota in Self.quotas {
      let indices = program.indices(of: quota.type)
      if indices.count <= quota.usual { continue }
      var groups: [PropertyValue: [Int]] = [:]
      for index in indices {
        let resource = program.resources[index]
        switch quota.scope {
        case .account: groups[.string(resource.placement.account), default: []].append(index)
        case .region: groups[.string(resource.placement.description), default: []].append(index)
        case .parent(let property):
          if let parent = resource.properties[property] { groups[parent, default: []].append(index) }
        }
      }
      for (owner, members) in groups where members.count > quota.usual { exceed(quota, owner, members, program, &report) }
    }
  }

  /// Reports at the first resource that is too many.
  private func exceed(
    _ quota: Quota, _ owner: PropertyValue, _ members: [Int], _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    let place: String
    switch quota.scope {
    case .account, .region: place = owner.stringValue ?? ""
    case .parent(let property):
      place = program.target(of: owner).map { "'\(program.resources[$0].address)'" } ?? "one \(property)"
    }
    if members.count > quota.most {
      report.error(
        "quota-exceeded", "\(place) gets \(members.count) of \(quota.type); \(quota.most) are the most",
        at: program.resources[members[quota.most]])
    } else {
      report.warning(
        "quota-exceeded", "\(place) gets \(members.count) of \(quota.type); the quota is \(quota.usual) unless it was raised",
        remedy: "have it raised in Service Quotas before deploying", at: program.resources[members[quota.usual]])
    }
  }
}
