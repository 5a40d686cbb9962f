import StrataModel

extension PriceTable {
  private static let ec2 = "https://aws.amazon.com/ec2/pricing/on-demand/"
  private static let ebs = "https://aws.amazon.com/ebs/pricing/"
  private static let fargate = "https://aws.amazon.com/fargate/pricing/"
  private static let lambda = "https://aws.amazon.com/lambda/pricing/"

  /// Servers, containers, functions.
  static let computePrices: [Price] =
    linuxInstances.map { Price("ec2.instance.\($0.type)", $0.hour, "hour", source: ec2) }
    + [
      Price("ebs.gp3", 0.08, "GB-month", source: ebs),
      Price("ebs.gp2", 0.10, "GB-month", source: ebs),
      Price("ebs.io1", 0.125, "GB-month", source: ebs),
      Price("ebs.io2", 0.125, "GB-month", source: ebs),
      Price("ebs.st1", 0.045, "GB-month", source: ebs),
      Price("ebs.sc1", 0.015, "GB-month", source: ebs),
      Price("ebs.standard", 0.05, "GB-month", source: ebs),

      Price("fargate.vcpu.x86", 0.04048, "vCPU-hour", source: fargate),
      Price("fargate.memory.x86", 0.004445, "GB-hour", source: fargate),
      Price("fargate.vcpu.arm", 0.03238, "vCPU-hour", source: fargate),
      Price("fargate.memory.arm", 0.00356, "GB-hour", source: fargate),
      Price("fargate.storage", 0.000111, "GB-hour", source: fargate),

      Price("lambda.requests", 0.20, per: 1_000_000, "request", source: lambda),
      Price("lambda.duration.x86", 16.6667, per: 1_000_000, "GB-second", source: lambda),
      Price("lambda.duration.arm", 13.3334, per: 1_000_000, "GB-second", source: lambda),
    ]

  /// Linux, shared tenancy.
  private static let linuxInstances: [(type: String, hour: Money)] = [
    ("t3.nano", 0.0052), ("t3.micro", 0.0104), ("t3.small", 0.0208), ("t3.medium", 0.0416), ("t3.large", 0.0832), ("t3.xlarge", 0.1664),
    ("t4g.nano", 0.0042), ("t4g.micro", 0.0084), ("t4g.small", 0.0168), ("t4g.medium", 0.0336), ("t4g.large", 0.0672),
    ("m6i.large", 0.096), ("m6i.xlarge", 0.192), ("m6i.2xlarge", 0.384), ("m6g.large", 0.077), ("m6g.xlarge", 0.154),
    ("m7g.large", 0.0816), ("m7g.xlarge", 0.1632), ("m7i.large", 0.1008), ("m7i.xlarge", 0.2016),
    ("c6i.large", 0.085), ("c6i.xlarge", 0.17), ("c7g.large", 0.0725), ("r6i.large", 0.126), ("r6i.xlarge", 0.252), ("r6g.large", 0.1008),
  ]
}
