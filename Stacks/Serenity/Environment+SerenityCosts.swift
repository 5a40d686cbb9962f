import Strata

extension Environment {
  /// 3.56 What the guide says that the pilot costs, and how much it is used, beside the estimate of `deploy cost`.
  ///
  /// Source: "Serenity AWS Infrastructure Guide", Cost Optimization, Current Pilot Costs.
  func costs(of settings: Serenity.Settings) -> Environment {
    let environment = budget(Money(dollars: settings.monthlyBudget))
      .usage([
        // A pilot's users and traffic.
        .cloudFrontTransfer: 20, .cloudFrontRequests: 500_000, .cognitoUsers: 200, .wafRequests: 500_000,
        // CloudFront, the task's health and the load balancer keep the groups small; the trail's is the largest.
        .logsIngested: 0.5,
      ])
    guard settings.environment == "pilot" else { return environment }
    let source = "Serenity AWS Infrastructure Guide, Current Pilot Costs"
    return environment.documentedCosts(
      DocumentedCost(
        "ECS Fargate", 30...50, of: .services("ECS"), source: source, note: "two tasks of a quarter vCPU and half a GB cost less"),
      DocumentedCost("DynamoDB", 5...15, of: .services("DynamoDB"), source: source, note: "on-demand prices were halved in November 2024"),
      DocumentedCost(
        "CloudFront", 5...10, of: .services("CloudFront"), source: source, note: "20 GB and half a million requests are a pilot's traffic"),
      DocumentedCost(
        "S3", 5...10, of: .services("S3"), source: source,
        note: "10 GB in each of five buckets are assumed; storage grows with the retention"),
      DocumentedCost(
        "Other AWS services", 20...30, of: .remainder, source: source,
        note:
          "the guide's own architecture has two NAT gateways, a load balancer and interface endpoints in two zones, which it does not count"
      ),
      DocumentedCost(
        "Total", 65...115, of: .total, source: source, note: "the parts that the guide does not count cost more than those that it counts"))
  }
}
