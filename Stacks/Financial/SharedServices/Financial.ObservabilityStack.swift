import Strata

extension Financial {
  /// "Shared Services Account - Common infrastructure services (CI/CD, monitoring, etc.)": metrics and logs of all workloads in one place.
  ///
  /// CloudWatch's cross-account observability: the workloads' accounts link to a sink here, and nothing is copied.
  @Stack final class ObservabilityStack {
    let accounts: Accounts
    let organization: OrganizationStack

    lazy var sink = Oam.Sink(
      "sink", name: "financial",
      policy: .policy {
        Allow("oam:CreateLink", "oam:UpdateLink", on: "*").to(.anyone).when(
          .equals("aws:PrincipalOrgID", organization.organization.id),
          .equals("oam:ResourceTypes", "AWS::CloudWatch::Metric", "AWS::Logs::LogGroup", "AWS::XRay::Trace").forAllValues)
      })

    var body: some Infrastructure {
      for (name, account) in zip(["development", "testing", "production"], accounts.workloads) {
        Oam.Link(
          "link-\(name)", resourceTypes: ["AWS::CloudWatch::Metric", "AWS::Logs::LogGroup", "AWS::XRay::Trace"],
          sinkIdentifier: sink.arn, labelTemplate: "$AccountName"
        ).placed(in: account)
      }
    }
  }
}

/// CloudWatch's cross-account observability, which only this system uses.
@Service("AWS::Oam") enum Oam {}
